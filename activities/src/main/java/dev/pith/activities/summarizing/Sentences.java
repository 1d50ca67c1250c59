package dev.pith.activities.summarizing;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into sentences: at line ends and after . ! ? and their Chinese and Japanese kin. Linear. */
final class Sentences {

    private static final int SHORTEST = 12;
    private static final int SHORTEST_CJK = 6;
    private static final int LONGEST = 400;
    private static final String INDENTED = "    ";

    private Sentences() {}

    /** The sentences worth reading, without code; what is very short or long, or only leads to a list, is left out. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        boolean code = false;
        for (String line : text.lines().toList()) {
            if (line.stripLeading().startsWith("```")) {
                code = !code;
            } else if (!code && !line.startsWith(INDENTED)) {
                cut(line, sentences);
            }
        }
        return sentences;
    }

    private static void cut(String line, List<String> sentences) {
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean wide = c == '。' || c == '！' || c == '？' || c == '；';
            boolean ascii = (c == '.' || c == '!' || c == '?')
                    && (i + 1 == line.length() || Character.isWhitespace(line.charAt(i + 1)));
            if (wide || ascii) {
                keep(line.substring(from, i + 1), sentences);
                from = i + 1;
            }
        }
        keep(line.substring(from), sentences);
    }

    private static void keep(String raw, List<String> sentences) {
        String sentence = raw.strip().replaceFirst("^(?:[-*•#>]+|\\d+[.)])\\s+", "");
        boolean cjk = sentence.chars().anyMatch(c -> c >= 0x2E80 && c <= 0x9FFF);
        boolean leadsOn = sentence.endsWith(":") || sentence.endsWith("：");
        if (!leadsOn && sentence.length() >= (cjk ? SHORTEST_CJK : SHORTEST) && sentence.length() <= LONGEST) {
            sentences.add(sentence);
        }
    }
}
