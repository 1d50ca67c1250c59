package dev.pith.starter.cli.conversation;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Summary;
import dev.pith.starter.overview.VersionDiff;
import dev.pith.starter.wording.Numbers;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what distinguishes two context versions. */
final class VersionDiffPrint {

    private static final int EXCERPT = 70;

    private VersionDiffPrint() {}

    static void text(Conversation conversation, VersionDiff diff, PrintWriter out) {
        out.println("Conversation " + conversation.id() + ": version " + side(diff.from()) + " to version "
                + side(diff.to()));
        if (diff.isEmpty()) {
            out.println("  both versions give the same context");
            return;
        }
        long change = diff.to().tokens() - diff.from().tokens();
        out.println("  tokens  " + Numbers.count(diff.from().tokens()) + " to "
                + Numbers.count(diff.to().tokens()) + " (" + (change > 0 ? "+" : "") + Numbers.count(change) + ")");
        summaries(diff, out);
        ranges(diff, out);
        for (VersionDiff.TextDiff text : diff.texts()) {
            out.println("Text of " + text.before().id() + " to " + text.after().id()
                    + (text.lines().isEmpty() ? ": the same" : ""));
            text.lines().forEach(out::println);
        }
    }

    static Map<String, Object> object(Conversation conversation, VersionDiff diff) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("conversation", conversation.id());
        object.put("from", sideObject(diff.from()));
        object.put("to", sideObject(diff.to()));
        object.put("left", objects(diff.left(), false));
        object.put("came", objects(diff.came(), true));
        object.put("summarized", ShownConversation.ranges(diff.summarized()));
        object.put("backToLive", ShownConversation.ranges(diff.backToLive()));
        object.put("abandoned", ShownConversation.ranges(diff.abandoned()));
        object.put("restored", ShownConversation.ranges(diff.restored()));
        object.put("shortened", ShownConversation.ranges(diff.shortened()));
        object.put("wholeAgain", ShownConversation.ranges(diff.whole()));
        object.put(
                "texts", diff.texts().stream().map(VersionDiffPrint::textObject).toList());
        return object;
    }

    private static String side(VersionDiff.Side side) {
        return side.version().version() + " (" + side.version().cause() + ")";
    }

    private static Map<String, Object> sideObject(VersionDiff.Side side) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("version", side.version().version());
        object.put("cause", side.version().cause());
        object.put("tokens", side.tokens());
        return object;
    }

    private static Map<String, Object> textObject(VersionDiff.TextDiff text) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("before", text.before().id());
        object.put("after", text.after().id());
        object.put("diff", text.lines());
        return object;
    }

    private static List<Map<String, Object>> objects(List<Summary> summaries, boolean live) {
        return summaries.stream()
                .map(summary -> ShownConversation.summary(summary, live, false, false))
                .toList();
    }

    private static void summaries(VersionDiff diff, PrintWriter out) {
        if (!diff.left().isEmpty() || !diff.came().isEmpty()) {
            out.println("Summaries");
            diff.left().forEach(summary -> out.println("  - " + line(summary)));
            diff.came().forEach(summary -> out.println("  + " + line(summary)));
        }
    }

    private static String line(Summary summary) {
        // Most summaries start with a heading, which says nothing of their content.
        String first = summary.text()
                .lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.startsWith("#"))
                .findFirst()
                .orElse("");
        return SummaryLine.of(summary) + ": " + (first.length() <= EXCERPT ? first : first.substring(0, EXCERPT) + "…");
    }

    private static void ranges(VersionDiff diff, PrintWriter out) {
        Map<String, Ranges> moved = new LinkedHashMap<>();
        moved.put("live, now in a summary", diff.summarized());
        moved.put("in a summary, now live", diff.backToLive());
        moved.put("with long results that are one line each now", diff.shortened());
        moved.put("with results that are whole again", diff.whole());
        moved.put("now abandoned", diff.abandoned());
        moved.put("abandoned, now restored", diff.restored());
        if (moved.values().stream().allMatch(Ranges::isEmpty)) {
            return;
        }
        out.println("Messages");
        moved.forEach((place, ranges) -> {
            if (!ranges.isEmpty()) {
                out.println("  " + ranges + "  " + place + " (" + Numbers.of(ranges.size(), "message") + ")");
            }
        });
    }
}
