package dev.pith.activities.redaction;

import java.util.Random;

/** Secrets that never were: put together at run time, so that none stands in a file. */
final class FakeSecrets {

    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String DIGITS = "0123456789";
    static final String HEX = DIGITS + "abcdef";
    static final String ALNUM = UPPER + UPPER.toLowerCase(java.util.Locale.ROOT) + DIGITS;
    static final String BASE64 = ALNUM + "+/";

    private FakeSecrets() {}

    /** So many characters that look random and are the same in every run, with a digit among the first. */
    static String random(String alphabet, int length) {
        Random random = new Random(length * 31L + alphabet.length());
        StringBuilder result = new StringBuilder();
        while (result.length() < length) {
            result.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        result.setCharAt(2, '7');
        return result.toString();
    }

    /** A block of a private key with so many full lines and a short one. */
    static String block(String label, int lines, String lineBreak) {
        StringBuilder block = new StringBuilder("-----" + "BEGIN " + label + "-----" + lineBreak);
        for (int line = 0; line < lines; line++) {
            block.append(random(BASE64, 64)).append(lineBreak);
        }
        return block.append("a7Qz==")
                .append(lineBreak)
                .append("-----" + "END " + label + "-----")
                .toString();
    }
}
