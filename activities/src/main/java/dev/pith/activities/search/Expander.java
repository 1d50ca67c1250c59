package dev.pith.activities.search;

import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.text.Clip;
import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks from a summary back to what it was made from: earlier summaries, and in the end the messages. */
public final class Expander {

    /** Characters of a token, at least; used to cut a message that alone is longer than the budget. */
    private static final int CHARACTERS = 3;

    private final Database database;
    private final long from;
    private final List<Expansion.Piece> pieces = new ArrayList<>();
    private long room;
    private @Nullable Long next;

    private Expander(Database database, long budget, long from) {
        this.database = database;
        this.room = budget;
        this.from = from;
    }

    /**
     * Expands a summary.
     *
     * @param depth how many levels are opened: 1 gives the direct sources, a larger number opens summaries among them
     * @param budget the most tokens of the pieces; the first piece is always there, cut to the budget
     * @param from the first message to give; earlier ones are left out
     */
    public static Expansion expand(Database database, Summary summary, int depth, int budget, long from) {
        Expander expander = new Expander(database, budget, from);
        expander.open(summary, depth);
        return new Expansion(expander.pieces, expander.next);
    }

    private void open(Summary summary, int depth) {
        Ranges abandoned = database.table(ContextVersions.class)
                .current(summary.conversation())
                .abandoned();
        for (Summaries.Source source : database.table(Summaries.class).sources(summary.id())) {
            if (next != null || source.toSeq() < from) {
                continue;
            }
            Optional<Summary> earlier = source.sourceSummary() == null
                    ? Optional.empty()
                    : database.table(Summaries.class).find(source.sourceSummary());
            if (earlier.isEmpty()) {
                messages(summary.conversation(), source, abandoned);
            } else if (depth > 1) {
                open(earlier.get(), depth - 1);
            } else if (fits(source.fromSeq(), earlier.get().tokens())) {
                pieces.add(new Expansion.Child(earlier.get(), clipped(earlier.get())));
            }
        }
    }

    private void messages(String conversation, Summaries.Source range, Ranges abandoned) {
        long first = Math.max(from, range.fromSeq());
        try (Stream<StoredMessage> all =
                MessageReading.legible(database, conversation, first, range.toSeq(), abandoned)) {
            for (Iterator<StoredMessage> messages = all.iterator(); next == null && messages.hasNext(); ) {
                StoredMessage message = messages.next();
                boolean only = pieces.isEmpty();
                String text =
                        only ? Clip.middle(text(message), (int) Math.min(1_000_000, room * CHARACTERS)) : text(message);
                if (fits(message.seq(), TokenCounter.shared().count(text))) {
                    pieces.add(new Expansion.Original(message, text));
                }
            }
        }
    }

    /** Returns a summary's text, cut to the budget if it is the first piece and longer than that. */
    private String clipped(Summary summary) {
        long left = Math.max(1, room + summary.tokens());
        return summary.tokens() <= left
                ? summary.text()
                : Clip.middle(summary.text(), (int) Math.min(1_000_000, left * CHARACTERS));
    }

    /** Takes the room of a piece, or notes that the expansion ends before it. */
    private boolean fits(long seq, long tokens) {
        if (tokens > room && !pieces.isEmpty()) {
            next = Math.max(seq, from);
            return false;
        }
        room -= tokens;
        return true;
    }

    /** Returns a message as a reader wants it: calls and results are named as such. */
    public static String text(StoredMessage message) {
        StringBuilder text = new StringBuilder();
        for (Part part : message.parts()) {
            text.append(text.isEmpty() ? "" : "\n").append(label(part));
            text.append(
                    part instanceof Part.ToolCall call
                            ? call.name() + ": "
                                    + SearchText.plain(call.input()).strip()
                            : part.text());
        }
        return text.toString();
    }

    private static String label(Part part) {
        if (part instanceof Part.ToolResult result) {
            return result.failed() ? "[failed] " : "[result] ";
        }
        return part instanceof Part.ToolCall
                ? "[call] "
                : part instanceof Part.Reasoning ? "[reasoning] " : part instanceof Part.Notice ? "[notice] " : "";
    }
}
