package dev.pith.starter.importing.reading;

/** A 64-bit hash (FNV-1a) of a text: small enough to remember one for every prompt of a long source. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The hash of the UTF-16 units of a text. */
    public static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
