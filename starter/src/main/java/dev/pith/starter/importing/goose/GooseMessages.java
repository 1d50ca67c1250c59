package dev.pith.starter.importing.goose;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.HarnessMarkup.Told;
import dev.pith.starter.importing.reading.ImportRun;
import org.jspecify.annotations.Nullable;

/**
 * Converts the messages of one session, in order. A compaction appends a summary in the user's role, an instruction in
 * the model's, both for the model only, and a copy of the last request. Messages have no ids, since Goose writes a
 * session anew, and gave ids to the messages of older sessions when they were no longer new.
 */
final class GooseMessages {

    private final ImportRun run;
    private final ConversationWriter writer;
    private @Nullable GooseRow waiting;
    private String request = "";
    private boolean compacted;

    GooseMessages(ImportRun run, ConversationWriter writer) {
        this.run = run;
        this.writer = writer;
    }

    /** Adds a row. One that the person does not see is written when the next one tells what it is. */
    void add(GooseRow row) {
        if (waiting != null) {
            write(waiting, row);
            waiting = null;
        }
        if (row.shown()) {
            write(row, null);
        } else {
            waiting = row;
        }
    }

    /** Ends the session. */
    void end() {
        if (waiting != null) {
            write(waiting, null);
        }
    }

    private void write(GooseRow row, @Nullable GooseRow next) {
        boolean copy = compacted && row.user() && row.shown() && row.words().equals(request);
        boolean summary = row.user() && !row.shown() && next != null && !next.user() && !next.shown();
        compacted = summary || (compacted && !row.user() && !row.shown());
        if (row.parts().isEmpty() || copy) {
            run.tally().ignored(copy ? "request copied by a compaction" : "message without content");
            return;
        }
        Told told = summary ? new Told(Origin.NATIVE_SUMMARY, row.parts()) : told(row, next);
        if (told.origin() == Origin.PERSON && !row.words().isEmpty()) {
            request = row.words();
        }
        Role role = row.user() ? Role.USER : Role.ASSISTANT;
        writer.message(
                new NewMessage(null, null, null, role, told.origin(), told.parts(), row.created()),
                row.shown() || next != null);
    }

    /** Returns who wrote a message. A request that a compaction copied is hidden from both, and before its summary. */
    private static Told told(GooseRow row, @Nullable GooseRow next) {
        boolean replaced = !row.shown() && !row.kept() && next != null && next.user() && !next.shown();
        if (row.shown() || replaced) {
            return row.user() ? HarnessMarkup.told(row.parts()) : new Told(Origin.AGENT, row.parts());
        }
        return new Told(Origin.HARNESS, row.parts());
    }
}
