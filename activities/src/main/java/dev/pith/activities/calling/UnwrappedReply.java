package dev.pith.activities.calling;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a model was asked for, without what it put around it: a fence around all of it, a line that introduces it, a remark
 * after it. Linear in the text.
 */
public final class UnwrappedReply {

    private static final String FENCE = "```";

    /** What a model calls the text that it fences; any other label is code, and belongs to the text. */
    private static final Set<String> LABELS = Set.of("", "markdown", "md", "text", "json");

    /** More lines before or after a fence are no introduction and no remark. */
    private static final int FEW = 2;

    private static final int LONGEST_REMARK = 240;

    private static final List<String> REMARKS = List.of(
            "let me know",
            "feel free",
            "would you like",
            "i hope this",
            "hope this helps",
            "if you need",
            "if you want",
            "if you'd like",
            "if you would like",
            "happy to",
            "do you want me");

    private UnwrappedReply() {}

    /** The text itself; one that nothing was put around stays as it is. */
    public static String of(String reply) {
        List<String> lines = unfenced(reply.strip().lines().toList());
        boolean headed = lines.stream().anyMatch(UnwrappedReply::isHeading);
        List<String> text = headed ? withoutRemark(withoutIntroduction(lines)) : lines;
        return String.join("\n", text).strip();
    }

    private static List<String> unfenced(List<String> lines) {
        int open = first(lines);
        int close = last(lines);
        boolean whole = open >= 0
                && close > open
                && LABELS.contains(
                        lines.get(open).strip().substring(FENCE.length()).toLowerCase(Locale.ROOT))
                && isLittle(lines.subList(0, open))
                && isLittle(lines.subList(close + 1, lines.size()));
        return whole ? lines.subList(open + 1, close) : lines;
    }

    private static int first(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(FENCE)) {
                return i;
            }
        }
        return -1;
    }

    private static int last(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).strip().equals(FENCE)) {
                return i;
            }
        }
        return -1;
    }

    /** A few plain lines; what has headings or items is a part of the text. */
    private static boolean isLittle(List<String> lines) {
        List<String> words = lines.stream().filter(line -> !line.isBlank()).toList();
        return words.size() <= FEW && words.stream().allMatch(UnwrappedReply::isPlain);
    }

    private static boolean isPlain(String line) {
        return line.length() <= LONGEST_REMARK
                && !line.isEmpty()
                && "#-*|>0123456789".indexOf(line.strip().charAt(0)) < 0;
    }

    private static boolean isHeading(String line) {
        return line.startsWith("#");
    }

    /** One line that ends with a colon, right before the first heading. */
    private static List<String> withoutIntroduction(List<String> lines) {
        int heading = 0;
        while (!isHeading(lines.get(heading))) {
            heading++;
        }
        List<String> before = lines.subList(0, heading).stream()
                .filter(line -> !line.isBlank())
                .toList();
        boolean introduces = before.size() == 1
                && isPlain(before.get(0))
                && before.get(0).strip().endsWith(":");
        return introduces ? lines.subList(heading, lines.size()) : lines;
    }

    private static List<String> withoutRemark(List<String> lines) {
        String last = lines.get(lines.size() - 1).strip();
        String said = last.toLowerCase(Locale.ROOT).replace('’', '\'');
        boolean remark = isPlain(last) && REMARKS.stream().anyMatch(said::contains);
        boolean apart = lines.size() > 1 && lines.get(lines.size() - 2).isBlank();
        return remark && apart ? lines.subList(0, lines.size() - 1) : lines;
    }
}
