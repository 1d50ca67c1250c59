package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Separates a person's words from what coding tools insert in the user's role: echoes of commands, reminders, notices
 * and instructions. A person's words within such markup (a command's arguments, the reason for a refusal) stay the
 * person's, as does a text that only quotes a tag.
 */
public final class HarnessMarkup {

    private HarnessMarkup() {}

    /**
     * Who wrote a message.
     *
     * @param parts for a person's message, the person's words as {@link Part.Text} and all others as {@link
     *     Part.Notice}; else unchanged
     */
    public record Told(Origin origin, List<Part> parts) {

        public Told {
            parts = List.copyOf(parts);
        }
    }

    /** Returns who wrote a message in the user's role, part by part. It is a person's if any text of it is. */
    public static Told told(List<Part> parts) {
        List<Part> split = new ArrayList<>();
        boolean summary = false;
        boolean result = false;
        boolean attached = false;
        for (Part part : parts) {
            if (part instanceof Part.Text text) {
                HarnessText read = HarnessText.of(text.text());
                summary |= read.summary();
                split.addAll(read.parts());
            } else if (part instanceof Part.ToolResult toolResult) {
                result = true;
                split.addAll(AnswerInResult.split(toolResult));
            } else {
                attached |= part instanceof Part.Attachment;
                split.add(part);
            }
        }
        boolean words = split.stream().anyMatch(Part.Text.class::isInstance);
        // An image alone was pasted by a person; beside a result it belongs to the result.
        if (words || (attached && !result)) {
            return new Told(Origin.PERSON, split);
        }
        return new Told(summary ? Origin.NATIVE_SUMMARY : Origin.HARNESS, parts);
    }
}
