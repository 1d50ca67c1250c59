package dev.pith.starter.cli.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.testing.StoredConversation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a command waits for before it says which flushes are left. */
@Tag("servers")
class FlushWaitTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(3);

    private Flushes flushes;
    private String conversation;
    private Flush flush;

    @BeforeEach
    void request() {
        flushes = STORE.database().table(Flushes.class);
        conversation = StoredConversation.dialogue(STORE.database(), "s" + System.nanoTime(), 6, 40);
        flushes.request(conversation, 4, null, null);
        flush = flushes.open(conversation).get(0);
    }

    @Test
    void whatOnlyWaitsForItsTurnIsWaitedFor() {
        flushes.postpone(flush.id(), Instant.now().plusMillis(900), "this worker is stopping");
        AtomicInteger looks = new AtomicInteger();
        FlushWait wait = new FlushWait(STORE.database(), () -> {
            if (looks.incrementAndGet() == 3) {
                flushes.done(flush.id(), 1);
            }
            return false;
        });
        assertThat(wait.atMost(Duration.ofSeconds(30), conversation)).isEmpty();
    }

    @Test
    void whatIsTriedAgainLaterIsNot() {
        flushes.postpone(flush.id(), Instant.now().plusSeconds(60), "the model is away");
        Instant begun = Instant.now();
        assertThat(left(Duration.ofSeconds(30))).extracting(Flush::id).containsExactly(flush.id());
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void nothingIsWaitedForLongerThanWasSaid() {
        assertThat(left(Duration.ofMillis(200))).extracting(Flush::id).containsExactly(flush.id());
    }

    private List<Flush> left(Duration limit) {
        return new FlushWait(STORE.database(), () -> false).atMost(limit, conversation);
    }
}
