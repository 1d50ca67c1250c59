package dev.pith.activities.appending;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.intake.ConversationCreation;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Tombstones;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Opens the conversations of the API, each by a key that the caller chose. Thread-safe. */
public final class ApiConversations {

    /** The source of these conversations. */
    public static final String SOURCE = "api";

    /** The largest length of a key, in characters. */
    public static final int LONGEST_KEY = 255;

    private final Database database;

    public ApiConversations(Database database) {
        this.database = database;
    }

    /** A conversation, and whether this call created it. */
    public record Opened(Conversation conversation, boolean created) {}

    /**
     * Returns the conversation of a key, and creates it if there is none. A title or project replaces the stored one.
     *
     * @param key 1 to {@value #LONGEST_KEY} characters; the conversation's native id
     * @param title null to leave it as it is
     * @param project null to leave it as it is
     * @throws DeletedConversationException if a user deleted the conversation
     */
    public Opened open(String key, @Nullable String title, @Nullable String project) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("the conversation's key has " + key.length()
                    + " characters: it must have 1 to " + LONGEST_KEY + ", not only blanks");
        }
        ConversationHeader header = new ConversationHeader(
                        SOURCE, key, ConversationHeader.Identity.NATIVE, null, null, null, title, project)
                .with(RefusedCharacters::escape, RefusedCharacters::replace);
        return database.transact(handle -> open(handle, header));
    }

    private static Opened open(Handle handle, ConversationHeader header) {
        Optional<Conversation> stored = find(handle, header);
        boolean created = false;
        if (stored.isEmpty()) {
            created = ConversationCreation.create(handle, header).isPresent();
            // Read after the insertion, which waits for a deletion that is under way.
            if (created
                    && handle.attach(Tombstones.class)
                            .at(Tombstones.key(header.source(), header.nativeId(), null))
                            .isPresent()) {
                throw new DeletedConversationException(RefusedCharacters.unescape(header.nativeId()));
            }
            stored = find(handle, header);
        }
        Conversation found = stored.orElseThrow();
        if (changes(header.title(), found.title()) || changes(header.project(), found.project())) {
            handle.attach(Conversations.class).describe(found.id(), header.title(), header.project(), null);
            found = find(handle, header).orElseThrow();
        }
        return new Opened(found, created);
    }

    private static Optional<Conversation> find(Handle handle, ConversationHeader header) {
        return handle.attach(Conversations.class).byKey(header.source(), header.nativeId(), "");
    }

    private static boolean changes(@Nullable String given, @Nullable String stored) {
        return given != null && !Objects.equals(given, stored);
    }
}
