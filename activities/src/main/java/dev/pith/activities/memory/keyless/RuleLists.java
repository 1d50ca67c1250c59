package dev.pith.activities.memory.keyless;

import dev.pith.activities.text.Fences;
import dev.pith.activities.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the rules listed under a line such as "Three rules:", or after it on the same line. Runs in linear time. */
final class RuleLists {

    private static final int LONGEST_TITLE = 100;

    private static final Pattern TITLE = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:rules?|constraints?|requirements?|conventions?|guidelines?|restrictions?|dos and don'ts"
                    + "|regeln?|règles?|reglas?|regras?|правил[ао]?|zasady|reguły|kurallar|قواعد|قوانین|כללים|नियम"
                    + "|quy tắc|aturan)(?!\\p{L})|กฎ|规则|規則|要求|约束|约定|原则|ルール|규칙");

    private static final Pattern ITEM = Pattern.compile("^\\s{0,8}(?:[-*•+]|\\(?(?:\\d{1,2}|[a-h])[.)])\\s+(?=\\S)");

    /** Separators between the items of a list written on one line. */
    private static final Pattern BETWEEN =
            Pattern.compile("(?<=\\s)[-•](?=\\s)|[;；]|(?<=\\s)\\(?(?:\\d{1,2}|[a-h])\\)(?=\\s)");

    private RuleLists() {}

    /** Returns the first sentence of each item, in order. */
    static List<String> of(String text) {
        List<String> rules = new ArrayList<>();
        boolean listed = false;
        Fences fences = new Fences();
        for (String line : text.lines().toList()) {
            boolean code = fences.next(line) != Fences.Line.OUTSIDE;
            boolean item = !code && ITEM.matcher(line).lookingAt();
            if (item && listed) {
                rules.add(first(ITEM.matcher(line).replaceFirst("")));
            } else if (!line.isBlank() && !isContinued(line)) {
                listed = !code && isTitle(line.strip());
                rules.addAll(code ? List.of() : inOneLine(line.strip()));
            }
        }
        return rules;
    }

    /** Returns the rules of "Three rules: no mocks; keep the names; ask first."; empty if there are fewer than two. */
    private static List<String> inOneLine(String line) {
        int colon = line.indexOf(':') < 0 ? line.indexOf('：') : line.indexOf(':');
        if (colon < 0 || colon + 1 == line.length() || !endsAsTitle(line.substring(0, colon))) {
            return List.of();
        }
        List<String> items = BETWEEN.splitAsStream(
                        " " + line.substring(colon + 1).strip())
                .map(RuleLists::first)
                .filter(item -> !item.isBlank())
                .toList();
        return items.size() > 1 ? items : List.of();
    }

    private static boolean endsAsTitle(String head) {
        return head.length() <= LONGEST_TITLE
                && TITLE.matcher(head).results().anyMatch(word -> word.end() == head.length());
    }

    /** Returns whether a line is indented and so continues an item. */
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
