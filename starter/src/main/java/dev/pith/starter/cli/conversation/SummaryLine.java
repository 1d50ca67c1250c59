package dev.pith.starter.cli.conversation;

import dev.pith.activities.conversation.Summary;
import dev.pith.starter.wording.Numbers;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Describes a summary in one line. */
final class SummaryLine {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private SummaryLine() {}

    /** Returns id, kind, messages, days and tokens, and whether the summary is degraded. */
    static String of(Summary summary) {
        return summary.id() + "  " + summary.kind() + (summary.level() == 0 ? "" : " (level " + summary.level() + ")")
                + " of " + messages(summary.fromSeq(), summary.toSeq())
                + days(summary) + ", " + Numbers.of(summary.tokens(), "token")
                + (summary.degraded() ? ", degraded" : "");
    }

    /** Returns a range of messages for display: {@code messages 4–9}. */
    static String messages(long from, long to) {
        return from == to ? "message " + from : "messages " + from + "–" + to;
    }

    private static String days(Summary summary) {
        if (summary.earliest() == null || summary.latest() == null) {
            return "";
        }
        String first = DAY.format(summary.earliest().atZone(ZoneId.systemDefault()));
        String last = DAY.format(summary.latest().atZone(ZoneId.systemDefault()));
        return ", " + (first.equals(last) ? first : first + " to " + last);
    }
}
