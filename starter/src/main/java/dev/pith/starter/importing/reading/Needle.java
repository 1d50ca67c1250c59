package dev.pith.starter.importing.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A word to search for in bytes, by Horspool's algorithm, which skips most bytes. */
public final class Needle {

    private final byte[] word;
    private final int[] shifts = new int[256];

    public Needle(String ascii) {
        word = ascii.getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(shifts, word.length);
        for (int i = 0; i < word.length - 1; i++) {
            shifts[word[i] & 0xFF] = word.length - 1 - i;
        }
    }

    boolean isIn(byte[] bytes, int from, int to) {
        int last = word.length - 1;
        int end = from + last;
        while (end < to) {
            if (bytes[end] == word[last] && Arrays.equals(bytes, end - last, end + 1, word, 0, word.length)) {
                return true;
            }
            end += shifts[bytes[end] & 0xFF];
        }
        return false;
    }
}
