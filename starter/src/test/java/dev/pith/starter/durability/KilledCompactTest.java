package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.starter.engine.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills {@code pith compact FILE} at some thirty moments between its start and its end; the next one always completes it. */
@Tag("servers")
class KilledCompactTest {

    private static final int SESSIONS = 8;
    private static final int KILLS = 4;
    private static final int LONGEST_MILLIS = 2_200;

    @TempDir
    Path directory;

    @Test
    void leavesEachConversationCompactedExactlyOnce() throws Exception {
        Random moments = new Random(20261121);
        try (CommandHome home = new CommandHome(directory)) {
            for (int number = 0; number < SESSIONS; number++) {
                String session = home.session("s" + number);
                for (int kill = 0; kill < KILLS; kill++) {
                    home.pith("compact", session).killAfter(moments.nextInt(LONGEST_MILLIS));
                }
                home.done("compact", session);
            }
            assertThat(home.done("compact", home.session("s0")).output()).contains("Nothing to do");
            try (Engine engine = home.store()) {
                assertAll(engine.database());
            }
        }
    }

    private static void assertAll(Database database) {
        List<String> ids = database.transact(handle ->
                handle.select("select id from conversation").mapTo(String.class).list());
        assertThat(ids).hasSize(SESSIONS);
        for (String id : ids) {
            Conversation conversation =
                    database.table(Conversations.class).find(id).orElseThrow();
            CommandHome.assertCompactedOnce(database, conversation);
        }
    }
}
