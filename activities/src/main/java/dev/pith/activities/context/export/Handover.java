package dev.pith.activities.context.export;

import dev.pith.activities.context.ContextReading;
import dev.pith.activities.context.Entry;
import dev.pith.activities.context.Entry.Instructed;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import dev.pith.activities.context.SummaryFrame;
import dev.pith.activities.conversation.Origin;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A context that becomes a new session of another tool.
 *
 * @param session the new session's id
 * @param directory where the tool is to resume it: the conversation's own directory if its source states one
 * @param made the time of the handover
 * @param instructions whether the conversation's own system messages go along
 */
public record Handover(ContextReading context, UUID session, String directory, Instant made, boolean instructions) {

    private static final String OPENING = "[The conversation goes on.]";

    /**
     * Returns a handover to a new session.
     *
     * @param here the directory of a conversation whose source states none
     */
    public static Handover of(ContextReading context, Path here, boolean instructions) {
        String project = context.conversation().project();
        return new Handover(
                context,
                UUID.randomUUID(),
                project == null ? here.toAbsolutePath().toString() : project,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                instructions);
    }

    /**
     * Writes the session. Does not close the writer.
     *
     * @return the number of live messages and replies written
     */
    public long write(SessionFormat format, Writer out) throws IOException {
        SessionWriter session = format.writer(this, out);
        session.begin();
        Instant last = latest();
        String before = before();
        if (!context.summaries().isEmpty()) {
            session.summarized(before, last);
        }
        long written = 0;
        try (Stream<Entry> entries = context.entries()) {
            for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
                Entry entry = each.next();
                if (entry instanceof Said said) {
                    last = later(last, said.created());
                    open(before, false, written, session, last);
                    session.said(said, last);
                    written++;
                } else if (entry instanceof Replied replied) {
                    last = later(last, replied.created());
                    open(before, true, written, session, last);
                    session.replied(replied, last);
                    written++;
                }
            }
        }
        session.end();
        return written;
    }

    /** Writes the instructions if no summary has them. A session that starts with a reply gets a message before it. */
    private void open(String before, boolean reply, long written, SessionWriter session, Instant at)
            throws IOException {
        if (written == 0 && context.summaries().isEmpty() && (reply || !before.isEmpty())) {
            session.said(new Said(0, Origin.HARNESS, before.isEmpty() ? OPENING : before, at), at);
        }
    }

    /** Returns the summaries in their frames, and the instructions if they go along. */
    private String before() {
        Stream<String> summaries = context.summaries().stream().map(SummaryFrame::of);
        Stream<String> system = context.system().stream()
                .map(Instructed::text)
                .map(text -> "Instructions of the session that this one continues:\n\n" + text.strip());
        return Stream.concat(summaries, instructions ? system : Stream.<String>empty())
                .collect(Collectors.joining("\n\n"));
    }

    /** Returns the time of the last summarized message; if it has none, the first time that is known. */
    private Instant latest() {
        for (int i = context.summaries().size() - 1; i >= 0; i--) {
            Instant latest = context.summaries().get(i).latest();
            if (latest != null) {
                return latest;
            }
        }
        try (Stream<Entry> entries = context.entries()) {
            return entries.flatMap(entry -> Stream.ofNullable(created(entry)))
                    .findFirst()
                    .orElse(made);
        }
    }

    private static @Nullable Instant created(Entry entry) {
        if (entry instanceof Said said) {
            return said.created();
        }
        return entry instanceof Replied replied ? replied.created() : null;
    }

    private static Instant later(Instant last, @Nullable Instant next) {
        return next == null || next.isBefore(last) ? last : next;
    }
}
