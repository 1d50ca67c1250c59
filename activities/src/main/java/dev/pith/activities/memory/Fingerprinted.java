package dev.pith.activities.memory;

import dev.pith.activities.hashing.Sha256;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint and the normalized text of an extracted memory.
 *
 * @param hash the SHA-256 of kind, project and text, ignoring case, spacing, quotes and final punctuation
 */
record Fingerprinted(String hash, NormalizedText wording) {

    static Fingerprinted of(ExtractedMemory extractedMemory, @Nullable String project) {
        String plain = extractedMemory
                .text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s`*\"“”]+", " ")
                .replaceFirst("[.!。！ ]{1,20}$", "")
                .strip();
        String hash = Sha256.hex(extractedMemory.kind().name(), project == null ? "" : project, plain);
        return new Fingerprinted(hash, NormalizedText.of(extractedMemory.text()));
    }
}
