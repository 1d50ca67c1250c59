package dev.pith.starter.cli.mcp;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The project that a client works in.
 *
 * @param paths the working directory and the directories above it, the nearest first
 */
record Scope(List<String> paths) {

    /**
     * Returns the nearest of the directories that a stored session was held in or below; null if there is none.
     *
     * @param everywhere whether the caller wants all projects
     */
    @Nullable
    String project(Database database, boolean everywhere) {
        return everywhere
                ? null
                : paths.stream()
                        .filter(path -> !database.table(Conversations.class)
                                .newest(1, true, path)
                                .isEmpty())
                        .findFirst()
                        .orElse(paths.get(0));
    }

    /** Returns the newest session of the project. */
    Optional<Conversation> newest(Database database) {
        return database.table(Conversations.class).newest(1, false, project(database, false)).stream()
                .findFirst();
    }
}
