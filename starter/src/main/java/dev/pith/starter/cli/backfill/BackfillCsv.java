package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.BackfillEntry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The failures of a backfill as CSV, see RFC 4180. */
final class BackfillCsv {

    private BackfillCsv() {}

    static void print(List<BackfillEntry> failures, PrintWriter out) {
        out.print("number,conversation,source,outcome,attempts,error\r\n");
        for (BackfillEntry entry : failures) {
            String outcome = entry.ending().key();
            out.print(entry.number() + "," + field(entry.conversation()) + "," + field(entry.source()) + "," + outcome
                    + "," + entry.compactions().size() + "," + field(entry.detail()) + "\r\n");
        }
    }

    /** Quotes a field. Escapes a leading = + - or @, which a spreadsheet would evaluate as a formula. */
    private static String field(@Nullable String value) {
        String text = Objects.requireNonNullElse(value, "");
        String harmless = text.matches("(?s)[=+\\-@].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
