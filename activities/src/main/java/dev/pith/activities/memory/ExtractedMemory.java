package dev.pith.activities.memory;

import dev.pith.activities.conversation.ControlCharacters;
import dev.pith.activities.conversation.Origin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A memory extracted from a range of messages, not yet stored.
 *
 * @param text one or two sentences that can be understood without the conversation; at most {@value #MAX_TEXT}
 *     characters
 * @param fromSeq the first source message
 * @param toSeq the last source message
 * @param source the author of those messages; the least trusted of several
 * @param ends the topic whose memories this one ends; null for an ordinary memory
 */
public record ExtractedMemory(
        MemoryKind kind,
        String text,
        long fromSeq,
        long toSeq,
        Origin source,
        @Nullable String ends) {

    /** Minimum share of the topic's words that a memory must contain to be about that topic. */
    public static final double ABOUT = 0.6;

    /** Maximum length of a text in characters; a longer one is a copy of the messages, not a memory. */
    public static final int MAX_TEXT = 1_000;

    /** Creates an ordinary memory. */
    public ExtractedMemory(MemoryKind kind, String text, long fromSeq, long toSeq, Origin source) {
        this(kind, text, fromSeq, toSeq, source, null);
    }

    /** Creates the withdrawal of a topic by a person, with the withdrawing sentence as its text. */
    public static ExtractedMemory ending(String about, String text, long seq) {
        return new ExtractedMemory(MemoryKind.CONSTRAINT, text, seq, seq, Origin.PERSON, about);
    }

    public ExtractedMemory {
        text = ControlCharacters.without(text);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "a memory has 1 to " + MAX_TEXT + " characters, this one has " + text.length());
        }
        if (fromSeq < 1 || toSeq < fromSeq) {
            throw new IllegalArgumentException("no range of messages: " + fromSeq + " to " + toSeq);
        }
        if (source == Origin.HARNESS || (kind.onlyOfPersons() && source != Origin.PERSON)) {
            throw new IllegalArgumentException("a " + kind + " cannot come from " + source);
        }
    }
}
