package dev.pith.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class MessagesTest {

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    private Database database;
    private String conversation = "";

    @BeforeEach
    void store() {
        database = Database.open(postgres.dataSource());
        conversation = StoredConversation.store(
                        database,
                        dev.pith.activities.testing.Messages.session("large"),
                        IntStream.rangeClosed(1, 10)
                                .mapToObj(i -> dev.pith.activities.testing.Messages.person(
                                        "m" + i, i == 1 ? null : "m" + (i - 1), "x".repeat(1_000)))
                                .toList())
                .conversation();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<Long> page(long from, long to, int limit, long bytes) {
        return database.table(Messages.class).pageWithin(conversation, from, to, limit, bytes).stream()
                .map(StoredMessage::seq)
                .toList();
    }

    @Test
    void aPageEndsAfterTheMessageThatExceedsItsBytes() {
        assertThat(page(1, 10, 500, 2_500)).containsExactly(1L, 2L, 3L);
        assertThat(page(4, Long.MAX_VALUE, 500, 1)).containsExactly(4L);
        assertThat(page(9, Long.MAX_VALUE, 500, 1_000_000)).containsExactly(9L, 10L);
        assertThat(page(2, 5, 2, 1_000_000)).containsExactly(2L, 3L);
        assertThat(page(11, 20, 2, 1_000)).isEmpty();
    }
}
