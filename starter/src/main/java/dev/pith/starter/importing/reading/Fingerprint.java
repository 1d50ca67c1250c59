package dev.pith.starter.importing.reading;

/** A 64-bit FNV-1a hash of a text, small enough to keep one for every prompt of a long source. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Returns the hash of a text's UTF-16 units. */
    public static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
