package dev.pith.activities.text;

/** The shape of a line: the line without its numbers. */
public final class LineShape {

    private LineShape() {}

    /** Replaces each run of digits and each hexadecimal word with one placeholder. Linear in the line. */
    public static String of(String line) {
        StringBuilder shape = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            int end = wordEnd(line, i);
            if (end - i >= 6 && isHex(line, i, end)) {
                shape.append('#');
            } else {
                numbers(line, i, Math.max(end, i + 1), shape);
            }
            i = Math.max(end, i + 1);
        }
        return shape.toString();
    }

    private static void numbers(String line, int from, int to, StringBuilder shape) {
        for (int i = from; i < to; i++) {
            boolean digit = Character.isDigit(line.charAt(i));
            if (!digit) {
                shape.append(line.charAt(i));
            } else if (i == from || !Character.isDigit(line.charAt(i - 1))) {
                shape.append('#');
            }
        }
    }

    private static int wordEnd(String line, int from) {
        int end = from;
        while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isHex(String line, int from, int to) {
        boolean digit = line.startsWith("0x", from);
        for (int i = digit ? from + 2 : from; i < to; i++) {
            char c = line.charAt(i);
            digit |= c >= '0' && c <= '9';
            if (Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return digit;
    }
}
