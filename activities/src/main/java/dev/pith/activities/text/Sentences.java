package dev.pith.activities.text;

import java.util.ArrayList;
import java.util.List;

/** Splits text into sentences: at line ends and after . ! ? and their equivalents in other scripts. Linear. */
public final class Sentences {

    private static final int SHORTEST = 12;
    private static final int SHORTEST_CJK = 6;
    private static final int LONGEST = 400;
    private static final String INDENTED = "        ";

    /** Characters that always end a sentence: Chinese and Japanese, Hindi, Arabic, Urdu. */
    private static final String ENDS = "。！？；।॥؟۔";

    private Sentences() {}

    /** Returns the sentences, without code. Omits very short ones and those that only introduce a list. */
    public static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        Fences fences = new Fences();
        for (String line : text.lines().toList()) {
            boolean code = fences.next(line) != Fences.Line.OUTSIDE;
            if (!code && !line.startsWith(INDENTED) && !isFrame(line.strip())) {
                cut(line, sentences);
            }
        }
        return sentences;
    }

    /** Whether a line is a heading or a table row: structure, not a statement. */
    private static boolean isFrame(String line) {
        return line.startsWith("#") || (line.startsWith("|") && line.endsWith("|"));
    }

    private static void cut(String line, List<String> sentences) {
        for (String piece : pieces(line)) {
            keep(piece, sentences);
        }
    }

    /** Splits a line after each sentence end; the concatenated pieces equal the line. */
    public static List<String> pieces(String line) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean wide = ENDS.indexOf(c) >= 0;
            boolean ascii = (c == '.' || c == '!' || c == '?')
                    && (i + 1 == line.length() || Character.isWhitespace(line.charAt(i + 1)))
                    && !isAbbreviation(line, i);
            if (wide || ascii) {
                pieces.add(line.substring(from, i + 1));
                from = i + 1;
            }
        }
        if (from < line.length()) {
            pieces.add(line.substring(from));
        }
        return pieces;
    }

    private static boolean isAbbreviation(String line, int dot) {
        int i = dot;
        while (i > 0 && Character.isDigit(line.charAt(i - 1))) {
            i--;
        }
        boolean numbers = i < dot && dot - i <= 3 && line.substring(0, i).isBlank();
        return numbers
                || line.startsWith("e.g", dot - 3)
                || line.startsWith("i.e", dot - 3)
                || line.startsWith(" vs", dot - 3);
    }

    private static void keep(String raw, List<String> sentences) {
        String sentence = plain(raw);
        boolean cjk = sentence.chars().anyMatch(c -> Letters.isUnspaced((char) c));
        boolean leadsOn = sentence.endsWith(":") || sentence.endsWith("：");
        if (!leadsOn && sentence.length() >= (cjk ? SHORTEST_CJK : SHORTEST)) {
            sentences.add(Clip.beginning(sentence, LONGEST));
        }
    }

    /** Removes leading list, heading and quote markers, and surrounding emphasis. */
    private static String plain(String raw) {
        int from = 0;
        String line = raw.strip();
        while (from < line.length() && "-*•#>|✓✅☐ \t".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        int digits = from;
        while (digits < line.length() && digits - from < 3 && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        boolean numbered = digits > from
                && digits + 1 < line.length()
                && (line.charAt(digits) == '.' || line.charAt(digits) == ')')
                && line.charAt(digits + 1) == ' ';
        return line.substring(numbered ? digits + 1 : from).replace("**", "").strip();
    }
}
