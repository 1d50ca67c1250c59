package dev.pith.activities.memory;

import dev.pith.activities.redaction.Redacted;
import dev.pith.activities.redaction.Redaction;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prepares a text for storage as a memory: one line, redacted, of bounded length. */
public final class MemoryText {

    /**
     * White space, and what neither a database nor a line of Markdown takes: controls, halves of pairs,
     * noncharacters.
     */
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cc}\\p{Cs}\\p{Cf}\\p{Z}\\uFDD0\\uFFFE\\uFFFF]+");

    private static final Pattern MARKER = Pattern.compile("\\[redacted [a-zA-Z ]{1,40}\\]");

    /** A secret with fewer words around it than this leaves nothing to know. */
    private static final int LEAST_WORDS = 3;

    private MemoryText() {}

    /** The text as it may be written; empty where it says nothing, is mostly a secret, or is too long to be a memory. */
    public static Optional<String> of(String raw) {
        if (raw.length() > 8 * ExtractedMemory.MAX_TEXT) {
            return Optional.empty();
        }
        // Keys that go over several lines are only known with their lines.
        Redacted redacted = Redaction.of(raw);
        String text = BLANK.matcher(redacted.text()).replaceAll(" ").strip();
        boolean fits = !text.isEmpty() && text.length() <= ExtractedMemory.MAX_TEXT;
        return fits && !isMostlySecret(text) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isMostlySecret(String text) {
        String rest = MARKER.matcher(text).replaceAll(" ");
        return rest.length() != text.length() && NormalizedText.of(rest).words().size() < LEAST_WORDS;
    }
}
