package dev.pith.activities.memory.keyless;

import dev.pith.activities.summarizing.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the rules that stand as a list under a line such as "Three rules:". Linear. */
final class RuleLists {

    private static final int LONGEST_TITLE = 100;

    private static final Pattern TITLE = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:rules?|constraints?|requirements?|conventions?|guidelines?|restrictions?|dos and don'ts"
                    + "|regeln?|règles?|reglas?|regras?|правил[ао]?|zasady|reguły|kurallar|قواعد|قوانین|כללים|नियम"
                    + "|quy tắc|aturan)(?!\\p{L})|กฎ|规则|規則|要求|约束|约定|原则|ルール|규칙");

    private static final Pattern ITEM = Pattern.compile("^\\s{0,8}(?:[-*•+]|\\(?\\d{1,2}[.)])\\s+(?=\\S)");

    private RuleLists() {}

    /** The first sentence of each item, in order. */
    static List<String> of(String text) {
        List<String> rules = new ArrayList<>();
        boolean listed = false;
        boolean code = false;
        for (String line : text.lines().toList()) {
            code ^= line.stripLeading().startsWith("```");
            boolean item = !code && ITEM.matcher(line).lookingAt();
            if (item && listed) {
                rules.add(first(ITEM.matcher(line).replaceFirst("")));
            } else if (!line.isBlank() && !isContinued(line)) {
                listed = !code && isTitle(line.strip());
            }
        }
        return rules;
    }

    /** Goes on with an item. */
    private static boolean isContinued(String line) {
        return line.startsWith("  ") || line.startsWith("\t");
    }

    private static boolean isTitle(String line) {
        return (line.endsWith(":") || line.endsWith("："))
                && line.length() <= LONGEST_TITLE
                && TITLE.matcher(line).find();
    }

    private static String first(String item) {
        List<String> pieces =
                Sentences.pieces(item.replace("**", "").replace('’', '\'').strip());
        return pieces.isEmpty() ? "" : pieces.get(0).strip();
    }
}
