package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.Part;
import java.util.ArrayList;
import java.util.List;

/** A text in the user's role with a person's words between tags, among what a program tells the model. */
public final class TaggedPrompt {

    private TaggedPrompt() {}

    /** Returns the words between the first opening and the last closing tag; empty if the text lacks the tags. */
    public static List<Part> between(String tag, String text) {
        int from = text.indexOf("<" + tag + ">");
        int to = text.lastIndexOf("</" + tag + ">");
        return from < 0 || to < from ? List.of() : split(text, from + tag.length() + 2, to);
    }

    /** Returns a piece of the text as the person's words, and what is before and after it as notices. */
    public static List<Part> split(String text, int from, int to) {
        List<Part> parts = new ArrayList<>();
        notice(text.substring(0, from), parts);
        if (!text.substring(from, to).isBlank()) {
            parts.add(new Part.Text(text.substring(from, to).strip()));
        }
        notice(text.substring(to), parts);
        return parts;
    }

    private static void notice(String piece, List<Part> parts) {
        if (!piece.isBlank()) {
            parts.add(new Part.Notice(piece));
        }
    }
}
