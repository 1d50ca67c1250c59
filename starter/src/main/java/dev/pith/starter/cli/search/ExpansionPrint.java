package dev.pith.starter.cli.search;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.search.Expansion;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints the pieces of an expansion. */
public final class ExpansionPrint {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(", yyyy-MM-dd HH:mm");

    private ExpansionPrint() {}

    /** Prints the pieces, each under a heading. */
    public static void text(Expansion expansion, PrintWriter out) {
        for (Expansion.Piece piece : expansion.pieces()) {
            if (piece instanceof Expansion.Child child) {
                Summary summary = child.summary();
                out.println("Summary " + summary.id() + " of messages " + summary.fromSeq() + " to " + summary.toSeq());
                out.println(child.text().strip());
            } else if (piece instanceof Expansion.Original original) {
                message(original.message(), original.text(), out);
            }
            out.println();
        }
    }

    /** Prints a message under a heading of its number, origin and time. */
    public static void message(StoredMessage message, String text, PrintWriter out) {
        out.println(heading(message));
        out.println(text.strip());
    }

    private static String heading(StoredMessage message) {
        String origin = message.origin().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "[" + message.seq() + "] " + origin
                + (message.created() == null
                        ? ""
                        : TIME.format(message.created().atZone(ZoneId.systemDefault())));
    }

    static List<Map<String, @Nullable Object>> objects(Expansion expansion) {
        return expansion.pieces().stream().map(ExpansionPrint::object).toList();
    }

    private static Map<String, @Nullable Object> object(Expansion.Piece piece) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (piece instanceof Expansion.Child child) {
            object.put("kind", "summary");
            object.put("id", child.summary().id());
            object.put("from", child.summary().fromSeq());
            object.put("to", child.summary().toSeq());
            object.put("tokens", child.summary().tokens());
            object.put("text", child.text());
        } else if (piece instanceof Expansion.Original original) {
            StoredMessage message = original.message();
            object.put("kind", "message");
            object.put("seq", message.seq());
            object.put("role", message.role().name().toLowerCase(Locale.ROOT));
            object.put("origin", message.origin().name().toLowerCase(Locale.ROOT));
            object.put(
                    "time", message.created() == null ? null : message.created().toString());
            object.put("text", original.text());
        }
        return object;
    }
}
