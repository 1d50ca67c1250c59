package dev.pith.activities.memory;

import dev.pith.activities.conversation.ControlCharacters;
import dev.pith.activities.conversation.Origin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A memory as an extractor found it in a range of messages, not yet stored.
 *
 * @param text one or two sentences that can be understood without the conversation
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

    /** The share of the words of a rule's name that a memory holds which the rule is. */
    public static final double ABOUT = 0.6;

    /** The longest text, in characters: longer ones are no memory but a copy. */
    public static final int MAX_TEXT = 1_000;

    /** A memory. */
    public ExtractedMemory(MemoryKind kind, String text, long fromSeq, long toSeq, Origin source) {
        this(kind, text, fromSeq, toSeq, source, null);
    }

    /** That a person takes back what was said about something. */
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
