package dev.pith.activities.memory;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Memories in a database of their own for each test, with conversations made as they are named. */
final class MemoryStore implements BeforeEachCallback, AfterEachCallback {

    private final PostgresExtension postgres = new PostgresExtension();
    private final Map<String, Conversation> conversations = new ConcurrentHashMap<>();
    private @Nullable Database database;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        postgres.beforeEach(context);
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 16));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        database().close();
        postgres.afterEach(context);
    }

    Database database() {
        return Objects.requireNonNull(database);
    }

    /** Names the project of a conversation. */
    void project(String name, String project) {
        Conversation conversation = conversation(name);
        Conversations table = database().table(Conversations.class);
        table.describe(conversation.id(), null, project, null);
        conversations.put(name, table.find(conversation.id()).orElseThrow());
    }

    /** Remembers what a flush of a conversation found, in one transaction with its row. */
    WriteResult remember(String name, LocalDate day, ExtractedMemory... found) {
        Conversation conversation = conversation(name);
        return database().transact(handle -> {
            long flush = handle.createUpdate("""
                            insert into flush (conversation, from_seq, to_seq, day)
                            select :conversation, coalesce(max(to_seq), 0) + 1, coalesce(max(to_seq), 0) + 1, :day
                            from flush where conversation = :conversation
                            """)
                    .bind("conversation", conversation.id())
                    .bind("day", day)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return MemoryWriter.remember(handle, conversation, flush, day, List.of(found));
        });
    }

    List<Memory> all() {
        return database()
                .transact(handle -> handle.select("select * from memory order by created, id")
                        .map(ConstructorMapper.of(Memory.class))
                        .list());
    }

    Memory memory(String text) {
        return all().stream()
                .filter(memory -> memory.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no memory says: " + text));
    }

    private Conversation conversation(String name) {
        return conversations.computeIfAbsent(name, unused -> {
            String id = StoredConversation.store(
                            database(), Messages.session(name), List.of(Messages.person("p", null, "Hello there.")))
                    .conversation();
            return database().table(Conversations.class).find(id).orElseThrow();
        });
    }
}
