package dev.pith.activities.memory;

import dev.pith.activities.hashing.Sha256;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A memory with the fingerprint that recognizes it again.
 *
 * @param hash of kind, project and normalized text
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
