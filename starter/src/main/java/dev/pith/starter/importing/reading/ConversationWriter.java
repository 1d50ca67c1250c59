package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import org.jspecify.annotations.Nullable;

/**
 * Writes one conversation of a source. The header is sent with the first message, so a source without messages has no
 * effect. An unfinished message is held until another one follows.
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

    /** Returns the number of messages, including a held one. */
    public long count() {
        return sent + (held == null ? 0 : 1);
    }

    /**
     * Abandons messages, up to the last one so far.
     *
     * @param from the first of them, counted from 1
     */
    public void takeBackFrom(long from) {
        takeBack(from, count());
    }

    /** Abandons messages, counted from 1. A held message is considered finished then. */
    public void takeBack(long from, long to) {
        if (from > to) {
            return;
        }
        release();
        if (header != null) {
            run.takeBack(header, from, to);
        }
    }

    /** Sets properties of the conversation; later values override earlier ones. */
    public void describe(@Nullable String newTitle, @Nullable String newProject, @Nullable String newBranch) {
        title = newTitle == null ? title : newTitle;
        project = newProject == null ? project : newProject;
        branch = newBranch == null ? branch : newBranch;
    }

    /** Ends the conversation; an unfinished message is dropped. */
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
