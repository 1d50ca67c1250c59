package dev.pith.activities.context;

import dev.pith.activities.context.Entry.Call;
import dev.pith.activities.context.Entry.Instructed;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import dev.pith.activities.context.Entry.Summarized;
import dev.pith.activities.conversation.Origin;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;

/** A context as text. */
final class TextContext {

    private final Writer out;

    TextContext(Writer out) {
        this.out = out;
    }

    void write(ContextReading context) throws IOException {
        try (Stream<Entry> entries = context.entries()) {
            for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
                write(each.next());
            }
        }
    }

    private void write(Entry entry) throws IOException {
        if (entry instanceof Instructed instructed) {
            section("System", instructed.text());
        } else if (entry instanceof Summarized summarized) {
            section(
                    "Summary of messages " + summarized.summary().fromSeq() + " to "
                            + summarized.summary().toSeq() + " ("
                            + summarized.summary().id() + ", level "
                            + summarized.summary().level() + ")",
                    summarized.summary().text().strip() + "\n\n" + SummaryFrame.footer(summarized.summary()));
        } else if (entry instanceof Said said) {
            section(title(said.origin()), said.text());
        } else if (entry instanceof Replied replied) {
            section("Assistant", replied.text());
            for (Call call : replied.calls()) {
                section("Tool call: " + call.name(), call.input());
                section(call.failed() ? "Tool result (failed)" : "Tool result", call.result());
            }
        }
    }

    private static String title(Origin origin) {
        return switch (origin) {
            case PERSON -> "User";
            case AGENT -> "Agent";
            case HARNESS -> "Put in by a program";
            case NATIVE_SUMMARY -> "Earlier summary";
        };
    }

    private void section(String title, String text) throws IOException {
        if (!text.isBlank()) {
            out.write("=== " + title + "\n" + text.strip() + "\n\n");
        }
    }
}
