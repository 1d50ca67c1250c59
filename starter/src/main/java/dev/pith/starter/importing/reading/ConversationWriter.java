package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import org.jspecify.annotations.Nullable;

/**
 * Writes one conversation of a source. Its header goes out with its first message, so that a source without messages
 * leaves no trace; an unfinished message is held until something follows it.
 */
public final class ConversationWriter {

    private final ImportRun run;
    private final Draft draft;
    private @Nullable ConversationHeader header;
    private @Nullable NewMessage held;
    private long sent;
    private @Nullable String title;
    private @Nullable String project;
    private @Nullable String branch;

    ConversationWriter(ImportRun run, Draft draft) {
        this.run = run;
        this.draft = draft;
    }

    public void message(NewMessage message) {
        message(message, true);
    }

    public void message(NewMessage message, boolean finished) {
        release();
        if (finished || run.finalRead()) {
            send(message);
        } else {
            held = message;
        }
    }

    /** How many messages it has; one that is held counts. */
    public long count() {
        return sent + (held == null ? 0 : 1);
    }

    /**
     * The source took messages back, to the last one that it has so far.
     *
     * @param from the first of them, counted from 1
     */
    public void takeBackFrom(long from) {
        takeBack(from, count());
    }

    /** The source took messages back, counted from 1; a message that is held is finished then. */
    void takeBack(long from, long to) {
        if (from > to) {
            return;
        }
        release();
        if (header != null) {
            run.takeBack(header, from, to);
        }
    }

    /** Learns something about the conversation; what comes later in the source wins. */
    public void describe(@Nullable String newTitle, @Nullable String newProject, @Nullable String newBranch) {
        title = newTitle == null ? title : newTitle;
        project = newProject == null ? project : newProject;
        branch = newBranch == null ? branch : newBranch;
    }

    /** Nothing follows: what is unfinished stays behind. */
    public void end() {
        if (held != null) {
            held = null;
            run.tally().note("the last message is unfinished and waits for the next import");
        }
        if (header != null && (title != null || project != null || branch != null)) {
            run.describe(header, title, project, branch);
        }
    }

    private void release() {
        if (held != null) {
            send(held);
            held = null;
        }
    }

    private void send(NewMessage message) {
        if (header == null) {
            header = run.header(draft, message);
        }
        sent++;
        run.send(header, message);
    }
}
