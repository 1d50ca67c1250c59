package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a person's words from what coding tools put into the user's mouth, block by block: echoes of commands, reminders,
 * notices, instructions. What a person wrote inside of such markup (a command's arguments, the reason of a refusal) is the
 * person's; a text that only quotes a tag is, too.
 */
public final class HarnessMarkup {

    private HarnessMarkup() {}

    /**
     * Who wrote a message.
     *
     * @param parts where a person wrote it, the person's words are {@link Part.Text} and all others {@link Part.Notice};
     *     else as they were
     */
    public record Told(Origin origin, List<Part> parts) {

        public Told {
            parts = List.copyOf(parts);
        }
    }

    /** Who wrote what in a message in the user's place: it is a person's if a text is, whatever stands beside it. */
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
        // An image alone was pasted by somebody; beside a result it belongs to the result.
        if (words || (attached && !result)) {
            return new Told(Origin.PERSON, split);
        }
        return new Told(summary ? Origin.NATIVE_SUMMARY : Origin.HARNESS, parts);
    }
}
