package dev.pith.starter.web.route;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Summaries;
import dev.pith.starter.web.problem.Problem;
import io.javalin.http.Context;

/** Finds what a path names. What is not stored is a problem. */
record Lookup(Backend backend) {

    private static final int LONGEST = 200;

    Conversation conversation(Context ctx) {
        String id = id(ctx, "id");
        return backend.database()
                .table(Conversations.class)
                .find(id)
                .orElseThrow(() -> Problem.missing("conversation", id));
    }

    Compaction compaction(Context ctx) {
        String id = id(ctx, "id");
        return backend.database()
                .table(Compactions.class)
                .find(id)
                .orElseThrow(() -> Problem.missing("compaction", id));
    }

    Summary summary(Context ctx) {
        String id = id(ctx, "id");
        return backend.database().table(Summaries.class).find(id).orElseThrow(() -> Problem.missing("summary", id));
    }

    /** Returns a name from the path, without characters that PostgreSQL refuses. */
    static String id(Context ctx, String parameter) {
        String id = RefusedCharacters.replace(ctx.pathParam(parameter));
        return id.length() <= LONGEST ? id : id.substring(0, LONGEST);
    }
}
