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
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.undo.RedoService;
import dev.pith.activities.undo.UndoService;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class RedoServiceTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    private static ContextVersion current(String conversation) {
        return STORE.database().table(ContextVersions.class).current(conversation);
    }

    private static void assertComplete(String conversation) {
        Conversation row =
                STORE.database().table(Conversations.class).find(conversation).orElseThrow();
        assertThat(Coverage.of(STORE.database(), row, current(conversation)).complete())
                .isTrue();
    }

    private static String twice(String name) {
        String id = dialogue(STORE.database(), name, 40, 1_000);
        new Steps(STORE.database(), id).compact();
        store(
                STORE.database(),
                session(name),
                List.of(
                        person("x", "a39", "more"),
                        agent("y", "x", Messages.words(9_000, 99)),
                        person("z", "y", "and more"),
                        agent("w", "z", Messages.words(7_000, 98))));
        new Steps(STORE.database(), id).compact();
        return id;
    }

    @Test
    void eachRedoTakesBackOneUndo_theNewestFirst() {
        String id = twice("redo");
        UndoService undo = new UndoService(STORE.database());
        RedoService redo = new RedoService(STORE.database());
        ContextVersion second = current(id);
        undo.undo(id, null);
        ContextVersion first = current(id);
        undo.undo(id, null);
        assertThat(current(id).summaries()).isEmpty();

        redo.redo(id);
        assertThat(current(id).summaries()).isEqualTo(first.summaries());
        assertComplete(id);
        int version = redo.redo(id);
        assertThat(current(id).version()).isEqualTo(version);
        assertThat(current(id).summaries()).isEqualTo(second.summaries());
        assertThat(current(id).compactedThrough()).isEqualTo(second.compactedThrough());
        assertComplete(id);
        assertThatThrownBy(() -> redo.redo(id)).hasMessageContaining("there is nothing to redo");
        undo.undo(id, null);
        assertThat(current(id).summaries()).isEqualTo(first.summaries());
    }

    @Test
    void messagesThatCameSinceStayLive_andWhatWasSaidAnewIsInOnePlace() {
        String id = dialogue(STORE.database(), "since", 40, 1_000);
        new Steps(STORE.database(), id).compact();
        store(STORE.database(), session("since"), List.of(agent("a10", "p10", "And its answer")));
        new UndoService(STORE.database()).undo(id, null);
        store(STORE.database(), session("since"), List.of(person("late", "a39", "One more thing")));

        new RedoService(STORE.database()).redo(id);
        assertThat(current(id).summaries()).hasSize(1);
        assertComplete(id);
    }

    @Test
    void aNewCompactionOrARewindEndsIt() {
        String compacted = twice("anew");
        new UndoService(STORE.database()).undo(compacted, null);
        new Steps(STORE.database(), compacted).compact();
        assertThatThrownBy(() -> new RedoService(STORE.database()).redo(compacted))
                .hasMessageContaining("there is nothing to redo");

        String rewound = twice("rewound");
        new UndoService(STORE.database()).undo(rewound, null);
        store(STORE.database(), session("rewound"), List.of(person("again", "a19", "Back to the twentieth turn")));
        assertThatThrownBy(() -> new RedoService(STORE.database()).redo(rewound))
                .hasMessageContaining("there is nothing to redo");
        assertComplete(rewound);
    }

    @Test
    void automaticCompactionGoesOn() {
        String id = twice("auto");
        new UndoService(STORE.database()).undo(id, null);
        assertThat(paused(id)).isTrue();
        new RedoService(STORE.database()).redo(id);
        assertThat(paused(id)).isFalse();
    }

    private static boolean paused(String id) {
        return STORE.database()
                .transact(
                        handle -> handle.select("select auto_paused_at is not null from conversation where id = ?", id)
                                .mapTo(boolean.class)
                                .one());
    }
}
