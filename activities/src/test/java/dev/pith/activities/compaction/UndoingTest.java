package dev.pith.activities.compaction;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.session;
import static dev.pith.activities.testing.StoredConversation.dialogue;
import static dev.pith.activities.testing.StoredConversation.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.PostgresExtension;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UndoingTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 6));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void undoGoesBackAndSaysWhatWentWithIt() {
        String id = dialogue(database, "undo", 40, 1_000);
        String first = new Steps(database, id).compact().id();
        store(
                database,
                session("undo"),
                List.of(
                        person("x", "a39", "more"),
                        agent("y", "x", Messages.words(9_000, 99)),
                        person("z", "y", "and more"),
                        agent("w", "z", Messages.words(7_000, 98))));
        String second = new Steps(database, id).compact().id();
        Undoing.Undone undone = new Undoing(database).undo(id, first);

        assertThat(undone.compactions()).containsExactly(second, first);
        assertThat(current(id).summaries()).isEmpty();
        assertThat(current(id).compactedThrough()).isZero();
        assertThat(coverage(id).complete()).isTrue();
        assertThatThrownBy(() -> new Undoing(database).undo(id, null)).hasMessageContaining("nothing to undo");
    }

    @Test
    void whatWasSaidAnewMeanwhileDoesNotComeBackBesideIt() {
        String id = dialogue(database, "undone", 40, 1_000);
        new Steps(database, id).compact();
        for (String answer : List.of("And its answer", "And its answer, corrected")) {
            store(database, session("undone"), List.of(agent("a10", "p10", answer)));
        }
        assertThat(current(id).abandoned()).isEqualTo(Ranges.of(81, 81));
        new Undoing(database).undo(id, null);

        assertThat(current(id).abandoned().list()).containsExactly(new Ranges.Range(22, 22), new Ranges.Range(81, 81));
        assertThat(coverage(id).complete()).isTrue();
    }

    @Test
    void whatWasSaidAnewOnABranchLeftBehindComesBackAsItWas() {
        String id = dialogue(database, "rewound", 40, 1_000);
        new Steps(database, id).compact();
        store(database, session("rewound"), List.of(agent("a10", "p10", "And its answer")));
        store(database, session("rewound"), List.of(person("again", "a19", "Back to the twentieth turn")));

        assertThat(current(id).summaries()).isEmpty();
        assertThat(current(id).abandoned().list()).containsExactly(new Ranges.Range(41, 81));
        assertThat(coverage(id).complete()).isTrue();
    }

    @Test
    void undoIsRefusedWhileACompactionRuns() {
        Steps steps = new Steps(database, dialogue(database, "busy", 40, 1_000));
        steps.plan();

        assertThatThrownBy(() -> new Undoing(database).undo(steps.conversation(), null))
                .hasMessageContaining("being compacted")
                .hasMessageContaining("pith cancel");
    }

    private static ContextVersion current(String conversation) {
        return database.table(ContextVersions.class).current(conversation);
    }

    private static Coverage coverage(String id) {
        Conversation conversation = database.table(Conversations.class).find(id).orElseThrow();
        return Coverage.of(database, conversation, current(id));
    }
}
