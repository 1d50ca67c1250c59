package dev.pith.activities.appending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.testing.StoreExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class ConcurrentAppendTest {

    private static final int CALLERS = 8;

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(CALLERS);

    private final ConversationAppender appender = new ConversationAppender(STORE.database());
    private String conversation;

    @BeforeEach
    void open() {
        conversation = new ApiConversations(STORE.database())
                .open(OpaqueId.next(), null, null)
                .conversation()
                .id();
    }

    @RepeatedTest(5)
    void appendsWithOneKey_storeOnce() throws InterruptedException, ExecutionException {
        List<Appended> answers = together(
                () -> appender.append(conversation, List.of(message("once")), new IdempotencyKey("k", "body"), 0L));

        assertThat(answers).extracting(Appended::replayed).containsOnlyOnce(false);
        assertThat(answers).extracting(Appended::lastSeq).containsOnly(1L);
        assertThat(messages()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void appendsWithOneExpectedSeq_exactlyOneWins() throws InterruptedException, ExecutionException {
        List<Boolean> won = together(() -> {
            try {
                appender.append(conversation, List.of(message("mine")), null, 0L);
                return true;
            } catch (SeqConflictException e) {
                assertThat(e.current()).isEqualTo(1);
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(messages()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void appends_takeConsecutiveNumbers() throws InterruptedException, ExecutionException {
        List<Appended> answers =
                together(() -> appender.append(conversation, List.of(message("a"), message("b")), null, null));

        assertThat(answers)
                .extracting(Appended::firstSeq)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, CALLERS).mapToObj(i -> 2L * i + 1).toList());
    }

    @RepeatedTest(5)
    void oneKeyOpenedByMany_isOneConversation() throws InterruptedException, ExecutionException {
        String key = OpaqueId.next();
        List<ApiConversations.Opened> opened =
                together(() -> new ApiConversations(STORE.database()).open(key, null, null));

        assertThat(opened).extracting(ApiConversations.Opened::created).containsOnlyOnce(true);
        assertThat(opened)
                .extracting(one -> one.conversation().id())
                .containsOnly(opened.get(0).conversation().id());
    }

    private static <T> List<T> together(Callable<T> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<T>> running = threads.invokeAll(
                    IntStream.range(0, CALLERS).mapToObj(i -> work).toList());
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private long messages() {
        return STORE.database()
                .table(Conversations.class)
                .find(conversation)
                .orElseThrow()
                .messages();
    }

    private static NewMessage message(String text) {
        return new NewMessage(null, null, null, Role.USER, Origin.PERSON, List.of(new Part.Text(text)), null);
    }
}
