package dev.pith.activities.memory;

import dev.pith.activities.redaction.Redacted;
import dev.pith.activities.redaction.Redaction;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prepares a text for storage as a memory: one line, redacted, of bounded length. */
public final class MemoryText {

    /**
     * White space and characters that PostgreSQL or a Markdown line cannot hold: controls, lone surrogates,
     * noncharacters.
     */
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cc}\\p{Cs}\\p{Cf}\\p{Z}\\uFDD0\\uFFFE\\uFFFF]+");

    private static final Pattern MARKER = Pattern.compile("\\[redacted [a-zA-Z ]{1,40}\\]");

    /** Minimum number of meaningful words around a redacted secret; with fewer, the text says nothing useful. */
    private static final int LEAST_WORDS = 3;

    private MemoryText() {}

    /** Returns the text as it may be stored; empty if it is blank, mostly a secret, or too long for a memory. */
    public static Optional<String> of(String raw) {
        if (raw.length() > 8 * ExtractedMemory.MAX_TEXT) {
            return Optional.empty();
        }
        // Redact before joining lines: multi-line keys are only recognized with their line ends.
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
