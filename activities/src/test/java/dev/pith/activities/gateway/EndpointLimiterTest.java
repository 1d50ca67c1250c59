package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.StoreExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All workers of a store treat an endpoint alike; each question here has a model of its own, as in another process. */
@Tag("servers")
class EndpointLimiterTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(24);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Asked asked;

    @BeforeEach
    void start() {
        asked = new Asked(STORE.database());
    }

    @AfterEach
    void stop() {
        asked.close();
        threads.shutdownNow();
    }

    @Test
    void aServerWithOneSlotNeverSeesTwoRequests() {
        asked.concurrency = 1;
        asked.fake.behaves(call -> Behavior.timed(Duration.ofMillis(50), Duration.ZERO, 80));
        assertThat(allAtOnce(6)).containsOnly(true);
        assertThat(asked.fake.calls()).hasSize(6);
        assertThat(asked.fake.mostAtOnce()).isOne();
    }

    @Test
    void asManyRunTogetherAsTheProfileSays() {
        asked.concurrency = 3;
        asked.fake.behaves(call -> Behavior.timed(Duration.ofMillis(150), Duration.ZERO, 80));
        assertThat(allAtOnce(9)).containsOnly(true);
        assertThat(asked.fake.mostAtOnce()).isEqualTo(3);
    }

    @Test
    void aServerThatTellsOneSlotNeverSeesTwoRequestsWhateverTheProfileSays() {
        asked.concurrency = 4;
        asked.server = () -> Optional.of(new ToldWindow(8_000, "its own interface", 1));
        asked.fake.behaves(call -> Behavior.timed(Duration.ofMillis(50), Duration.ZERO, 80));
        assertThat(allAtOnce(6)).containsOnly(true);
        assertThat(asked.fake.calls()).hasSize(6);
        assertThat(asked.fake.mostAtOnce()).isOne();
    }

    @Test
    void moreSlotsThanTheProfileSaysAreNotUsed() {
        asked.concurrency = 2;
        asked.server = () -> Optional.of(new ToldWindow(8_000, "its own interface", 8));
        asked.fake.behaves(call -> Behavior.timed(Duration.ofMillis(150), Duration.ZERO, 80));
        assertThat(allAtOnce(6)).containsOnly(true);
        assertThat(asked.fake.mostAtOnce()).isEqualTo(2);
    }

    @Test
    void aServerIsAskedForItsSlotsOnceAndAgainWhenItsAnswerIsOld() {
        AtomicInteger questions = new AtomicInteger();
        asked.server = () -> Optional.of(new ToldWindow(8_000, "its own interface", questions.incrementAndGet()));
        assertThat(asked.isAnswered("chunk 1")).isTrue();
        assertThat(asked.isAnswered("chunk 2")).isTrue();
        assertThat(questions).hasValue(1);

        STORE.database().transact(handle -> handle.execute("update provider_state set slots_until = now()"));
        assertThat(asked.isAnswered("chunk 3")).isTrue();
        assertThat(questions).hasValue(2);
        EndpointLimiter endpointLimiter = new EndpointLimiter(STORE.database(), asked.profile());
        assertThat(endpointLimiter.permit()).isPresent();
        assertThat(endpointLimiter.permit()).isPresent();
        assertThat(endpointLimiter.permit()).isEmpty();
    }

    @Test
    void aServerThatWasNotReadyToTellItsSlotsIsAskedAgainAfterItsFailure() {
        AtomicBoolean ready = new AtomicBoolean();
        asked.server =
                () -> Optional.of(new ToldWindow(8_000, "its own interface", 1)).filter(told -> ready.get());
        asked.fake.behaves(call -> ready.get()
                ? Behavior.timed(Duration.ofMillis(50), Duration.ZERO, 80)
                : Behavior.error(503, "loading model"));
        assertThat(asked.isAnswered("chunk 1")).isFalse();
        coolDown();
        ready.set(true);

        assertThat(allAtOnce(4)).containsOnly(true);
        assertThat(asked.fake.mostAtOnce()).isOne();
    }

    @Test
    void concurrencyFallsToWhatTheServerServesAndRecoversSlowly() {
        asked.concurrency = 8;
        asked.fake.behaves(call -> Behavior.slots(3, 1, Behavior.timed(Duration.ofMillis(1_500), Duration.ZERO, 80)));
        allAtOnce(8);
        assertThat(state().permits()).isBetween(1, 3);
        assertThat(state().cooldownUntil()).isAfter(Instant.now().minusSeconds(1));

        int fallen = Objects.requireNonNull(state().permits());
        EndpointLimiter endpointLimiter = new EndpointLimiter(STORE.database(), asked.profile());
        IntStream.range(0, 10 * fallen).forEach(success -> endpointLimiter.answered());
        assertThat(state().permits()).isEqualTo(fallen + 1);
    }

    /** Whoever notes a refusal holds the endpoint's row; with a connection more for it, all would wait for each other. */
    @Test
    void refusalsThatAreMoreThanTheConnectionsAreAllNotedAtOnce() {
        asked.concurrency = 8;
        try (Database narrow = Database.open(new StoreSettings(STORE.jdbcUrl(), null, null, 2))) {
            EndpointLimiter endpointLimiter = new EndpointLimiter(narrow, asked.profile());
            ModelFailure refused = new ModelFailure(ModelFailure.Kind.RATE_LIMITED, 429, "busy", null, 0, false, null);
            List<CompletableFuture<Instant>> noted = IntStream.range(0, 8)
                    .mapToObj(
                            i -> CompletableFuture.supplyAsync(() -> endpointLimiter.failed(refused, "busy"), threads))
                    .toList();
            assertThat(noted).allSatisfy(one -> assertThat(one).succeedsWithin(Patience.LONG));
        }
    }

    @Test
    void aKilledWorkersPermitIsFreeAgainWhenItsLeaseHasRunOut() {
        asked.concurrency = 1;
        EndpointLimiter endpointLimiter = new EndpointLimiter(STORE.database(), asked.profile());
        assertThat(endpointLimiter.permit()).isPresent();
        assertThat(endpointLimiter.permit()).isEmpty();
        STORE.database().transact(handle -> handle.execute("update provider_permit set until = clock_timestamp()"));
        assertThat(endpointLimiter.permit()).isPresent();
    }

    @Test
    void aLeaseThatRanOutCannotBeRenewed() {
        EndpointLimiter endpointLimiter = new EndpointLimiter(STORE.database(), asked.profile());
        CallPermit callPermit = endpointLimiter.permit().orElseThrow();
        assertThat(endpointLimiter.renew(callPermit)).isTrue();
        STORE.database().transact(handle -> handle.execute("update provider_permit set until = clock_timestamp()"));
        assertThat(endpointLimiter.renew(callPermit)).isFalse();
    }

    @Test
    void afterFiveFailuresInARowTheBreakerOpensAndThenOneCallAtATimeTries() {
        asked.fake.behaves(call -> Behavior.error(500, "it broke"));
        for (int i = 0; i < 5; i++) {
            assertThat(asked.isAnswered("chunk " + i)).isFalse();
        }
        assertThat(asked.isAnswered("chunk 5")).isFalse();
        assertThat(asked.fake.calls()).hasSize(5);
        assertThat(state().cooldownUntil()).isAfter(Instant.now().plusSeconds(1));

        coolDown();
        EndpointLimiter endpointLimiter = new EndpointLimiter(STORE.database(), asked.profile());
        assertThat(endpointLimiter.permit()).isPresent();
        assertThat(endpointLimiter.permit()).isEmpty();
    }

    @Test
    void callsThatWereUnderWayWhenTheBreakerOpenedDoNotLengthenThePause() {
        asked.concurrency = 10;
        CountDownLatch underWay = new CountDownLatch(10);
        asked.fake.behaves(call -> (exchange, same) -> {
            underWay.countDown();
            underWay.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
            Behavior.error(500, "it broke").answer(exchange, same);
        });
        assertThat(allAtOnce(10)).containsOnly(false);
        assertThat(asked.fake.calls()).hasSize(10);
        assertThat(state().failures()).isEqualTo(5);
        assertThat(state().cooldownUntil()).isBefore(Instant.now().plusSeconds(5));
    }

    @Test
    void aSuccessClosesTheBreaker() {
        asked.fake.behaves(call ->
                call.number() <= 5 ? Behavior.error(502, "<html><h1>Bad gateway</h1></html>") : Behavior.summary(80));
        for (int i = 0; i < 5; i++) {
            asked.isAnswered("chunk " + i);
        }
        coolDown();
        assertThat(asked.isAnswered("chunk 5")).isTrue();
        assertThat(state().failures()).isZero();
        assertThat(state().cooldownUntil()).isNull();
    }

    @Test
    void noMoreCallsBeginWithinAMinuteThanTheProfileAllows() {
        asked.requestsPerMinute = 2;
        EndpointLimiter endpointLimiter = new EndpointLimiter(STORE.database(), asked.profile());
        assertThat(asked.isAnswered("chunk 1")).isTrue();
        endpointLimiter.permit().ifPresentOrElse(endpointLimiter::release, () -> fail("one call a minute is left"));
        assertThat(asked.isAnswered("chunk 2")).isTrue();
        assertThat(endpointLimiter.permit()).isEmpty();
    }

    @Test
    void aCallThatIsAboutToBeginIsOneOfItsMinute() {
        asked.requestsPerMinute = 2;
        EndpointLimiter endpointLimiter = new EndpointLimiter(STORE.database(), asked.profile());
        CallPermit first = endpointLimiter.permit().orElseThrow();
        assertThat(endpointLimiter.permit()).isPresent();
        assertThat(endpointLimiter.permit()).isEmpty();

        endpointLimiter.release(first);
        assertThat(asked.isAnswered("chunk 1")).isTrue();
        assertThat(endpointLimiter.permit()).isEmpty();
    }

    private void coolDown() {
        STORE.database().transact(handle -> handle.execute("update provider_state set cooldown_until = null"));
    }

    private ProviderState state() {
        return STORE.database()
                .table(Providers.class)
                .find(asked.profile().endpoint())
                .orElseThrow();
    }

    private List<Boolean> allAtOnce(int questions) {
        List<CompletableFuture<Boolean>> running = IntStream.range(0, questions)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> asked.isAnswered("chunk " + i), threads))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }
}
