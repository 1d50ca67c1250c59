package dev.pith.activities.intake;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.testing.StoreExtension;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An import whose second of four batches is refused by the database. */
@Tag("servers")
class IntakeFailureTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(2);

    @Test
    void batchesAfterAFailedOne_areNotStored() {
        STORE.database().transact(handle -> {
            handle.execute("alter table message add constraint no_reef check (uid <> 'u1500')");
            return null;
        });

        try (ConversationIntake intake = new ConversationIntake(STORE.database())) {
            intake.conversation(session("reef"));
            assertThatThrownBy(() -> {
                        IntStream.range(0, 4_000).forEach(i -> intake.message(agent("u" + i, null, "text " + i)));
                        intake.finish();
                    })
                    .hasMessageContaining("messages of reef could not be stored")
                    .hasMessageContaining("no_reef");
        }

        assertThat(STORE.database()
                        .table(Conversations.class)
                        .byKey("test", "reef", "")
                        .map(Conversation::messages))
                .contains(1_000L);
    }
}
