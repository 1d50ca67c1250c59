package dev.pith.activities.tokens;

/**
 * Estimates tokens from character classes, in one pass and without a vocabulary. The weights were fitted to cl100k on
 * transcripts of coding sessions; a Chinese, Japanese or Korean character is worth several Latin letters.
 */
final class TokenEstimate {

    private static final double LETTER = 0.183;
    private static final double DIGIT = 0.69;
    private static final double SPACE = 0.157;
    private static final double LINE_FEED = 0.87;
    private static final double OTHER_ASCII = 0.63;
    private static final double CJK = 1.2;
    private static final double OTHER = 1.8;

    private static final double[] ASCII = new double[128];

    static {
        for (int c = 0; c < ASCII.length; c++) {
            ASCII[c] = Character.isLetter(c)
                    ? LETTER
                    : Character.isDigit(c) ? DIGIT : c == ' ' ? SPACE : c == '\n' ? LINE_FEED : OTHER_ASCII;
        }
    }

    private TokenEstimate() {}

    static int of(CharSequence text) {
        double tokens = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            tokens += c < 128 ? ASCII[c] : isCjk(c) ? CJK : Character.isLowSurrogate(c) ? 0 : OTHER;
        }
        return (int) Math.round(tokens);
    }

    private static boolean isCjk(char c) {
        return (c >= 0x2E80 && c <= 0x9FFF)
                || (c >= 0xAC00 && c <= 0xD7AF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || c >= 0xFF00;
    }
}
