package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.testing.Behavior;
import dev.pith.workflows.model.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("servers")
class JournaledModelTest extends AskingTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void aReplyThatReachedTheStoreIsNeverPaidForAgain() {
        ModelAnswer first = asked.ask("chunk 1");
        asked.compaction = OpaqueId.next();
        ModelAnswer second = asked.ask("chunk 1");

        assertThat(first.reused()).isFalse();
        assertThat(second).isEqualTo(new ModelAnswer(first.text(), Verdict.FIT, true));
        assertThat(asked.fake.calls()).hasSize(1);
    }

    @Test
    void whatTheDatabaseRefusesIsReplacedInAReplySoThatItIsKept() {
        asked.fake.behaves(call -> Behavior.text("The tide\u0000gauge of pier \uD83D is mended."));
        ModelAnswer first = asked.ask("chunk 1");
        ModelAnswer second = asked.ask("chunk 1");

        assertThat(first.verdict()).isEqualTo(Verdict.FIT);
        assertThat(first.text()).isEqualTo("The tide\uFFFDgauge of pier \uFFFD is mended.");
        assertThat(second).isEqualTo(new ModelAnswer(first.text(), Verdict.FIT, true));
        assertThat(asked.fake.calls()).hasSize(1);
    }

    @Test
    void whatTheDatabaseRefusesIsNotInTheWordsOfAnError() {
        asked.fake.behaves(call -> Behavior.error(500, "it\\u0000broke\\ud83d here"));

        assertThat(unanswered("chunk 1")).hasMessage("500: it broke here");
    }

    @Test
    void anUnfitReplyIsFoundAgainOnlyWithinItsOwnCompaction() {
        asked.fake.behaves(call -> Behavior.text(""));
        assertThat(asked.ask("chunk 1").verdict()).isEqualTo(Verdict.EMPTY);
        assertThat(asked.ask("chunk 1")).isEqualTo(new ModelAnswer("", Verdict.EMPTY, true));
        assertThat(asked.fake.calls()).hasSize(1);

        asked.compaction = OpaqueId.next();
        assertThat(asked.ask("chunk 1").reused()).isFalse();
        assertThat(asked.fake.calls()).hasSize(2);
    }

    @Test
    void whoWantsItFreshPaysOnceAndFindsTheOwnReplyOnly() {
        asked.ask("chunk 1");
        asked.compaction = OpaqueId.next();
        asked.fresh = true;
        assertThat(asked.ask("chunk 1").reused()).isFalse();
        assertThat(asked.ask("chunk 1").reused()).isTrue();
        assertThat(asked.fake.calls()).hasSize(2);
    }

    @Test
    void aReplyExpires() {
        asked.ask("chunk 1");
        STORE.database()
                .transact(handle -> handle.execute("update model_reply set expires = now() - interval '1 second'"));
        assertThat(asked.ask("chunk 1").reused()).isFalse();
        assertThat(asked.ask("chunk 1").reused()).isTrue();
        STORE.database()
                .transact(handle -> handle.execute("update model_reply set expires = now() - interval '1 second'"));
        assertThat(STORE.database().table(Replies.class).purge(10)).isPositive();
    }

    @Test
    void errorsCostAttemptsWhichNoRestartForgets() {
        asked.fake.behaves(call -> Behavior.error(500, "it broke"));
        asked.attempts = 3;
        for (int attempt = 1; attempt < 3; attempt++) {
            ModelCallException later = unanswered("chunk 1");
            assertThat(later.kind()).isEqualTo(ModelCallException.Kind.LATER);
            assertThat(later.delay()).isPositive();
            assertThat(later).hasMessage("500: it broke");
        }
        assertThat(unanswered("chunk 1"))
                .returns(ModelCallException.Kind.EXHAUSTED, ModelCallException::kind)
                .hasMessage("500: it broke (3 of 3 attempts)");
        assertThat(unanswered("chunk 1").kind()).isEqualTo(ModelCallException.Kind.EXHAUSTED);
        assertThat(asked.fake.calls()).hasSize(3);
    }

    @Test
    void aPromptThatAServerFailedOnMayHaveBeenPaid() {
        asked.fake.behaves(call -> Behavior.error(500, "it broke"));
        unanswered("chunk 1");
        assertThat(spent().cost()).isEqualByComparingTo("0.0001");
        assertThat(spent().unpriced()).isZero();

        asked.prices = null;
        unanswered("chunk 2");
        assertThat(spent().unpriced()).isEqualTo(1);
    }

    @Test
    void aCallThatWasRefusedCostNothingWhateverThePrice() {
        asked.fake.behaves(call -> Behavior.error(401, "no"));
        asked.prices = null;
        unanswered("chunk 1");

        assertThat(spent().cost()).isZero();
        assertThat(spent().unpriced()).isZero();
    }

    @Test
    void aCallThatItsProcessNeverEndedCountsAsAnAttemptAndMayHaveBeenPaid() {
        asked.attempts = 1;
        new CostLedger(STORE.database(), asked.profile())
                .begin(asked.question("chunk 1"), new CallPermit(asked.profile().endpoint(), "killed"));

        assertThat(unanswered("chunk 1").kind()).isEqualTo(ModelCallException.Kind.EXHAUSTED);
        assertThat(asked.fake.calls()).isEmpty();
        assertThat(spent().tokensIn()).isEqualTo(100);
        assertThat(spent().tokensOut()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"429, 7", "529, 7", "503, 7"})
    void waitingCostsPatienceAndEveryWorkerWaits(int status, int seconds) {
        asked.fake.behaves(call -> Behavior.status(status, "{}", Map.of("Retry-After", Integer.toString(seconds))));
        assertThat(unanswered("chunk 1").delay()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
        assertThat(unanswered("chunk 2").delay()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
        assertThat(asked.fake.calls()).hasSize(1);

        asked.patienceSeconds = 5;
        assertThat(unanswered("chunk 1"))
                .returns(ModelCallException.Kind.EXHAUSTED, ModelCallException::kind)
                .hasMessageContaining("no patience beyond PT5S");
    }

    /** Who says to come back at once says nothing of when it will be better. */
    @Test
    void aWaitOfNothingIsOneOfASecond() {
        asked.fake.behaves(call -> Behavior.status(429, "{}", Map.of("Retry-After", "0")));
        assertThat(unanswered("chunk 1").delay()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(unanswered("chunk 2").delay()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
        assertThat(asked.fake.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"401, wrong key", "403, not yours", "404, no such model", "400, bad request", "402, no credit"})
    void whatNoWaitingMendsIsRefusedAtOnceInTheProvidersWords(int status, String words) {
        asked.fake.behaves(call -> Behavior.error(status, words));
        assertThat(unanswered("chunk 1"))
                .returns(ModelCallException.Kind.REFUSED, ModelCallException::kind)
                .hasMessage(status + ": " + words);
    }

    @Test
    void whatTheProviderQuotesOfTheConversationDoesNotReachTheHistoryButTheStore() {
        String quoted = "Please keep the tide tables right, always.";
        asked.fake.behaves(call -> Behavior.error(400, "I will not read: " + quoted));
        assertThat(unanswered("chunk 1")).hasMessage("400: I will not read: …");
        assertThat(STORE.database().table(ModelCalls.class).newestSetback(asked.compaction))
                .hasValue("400: I will not read: " + quoted);
    }

    @Test
    void whatTheProviderQuotesIsNotToldToThoseWhoWaitForItEither() {
        String quoted = "Please keep the tide tables right, always.";
        asked.fake.behaves(call -> Behavior.status(
                429, "{\"error\":{\"message\":\"Too much at once: " + quoted + "\"}}", Map.of("Retry-After", "7")));
        assertThat(unanswered("chunk 1")).hasMessage("429: Too much at once: …");
        assertThat(unanswered("chunk 2")).hasMessage("429: Too much at once: …");
        assertThat(asked.fake.calls()).hasSize(1);
    }

    @Test
    void aChineseMessageInsideAnSdksTextReachesTheUser() {
        asked.fake.behaves(call -> Behavior.error(529, "{'error': {'message': '模型服务暂时不可用'}}"));
        assertThat(unanswered("chunk 1")).hasMessage("529: 模型服务暂时不可用");
    }

    @Test
    void anOverflowTeachesTheWindow() {
        asked.fake.behaves(call -> Behavior.status(400, """
                {"error":{"code":400,"type":"exceed_context_size_error","message":"the request exceeds the available context size","n_ctx":4096}}
                """, Map.of("Content-Type", "application/json")));
        assertThat(unanswered("chunk 1").kind()).isEqualTo(ModelCallException.Kind.OVERFLOW);
        assertThat(asked.model().window(8_000)).isEqualTo(4_096);
        assertThat(asked.model().window(2_000)).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        "413, 9000, OVERFLOW, 3000",
        "413, 2900, LATER, 8000",
        "429, 9000, OVERFLOW, 3000",
        "429, 3000, LATER, 8000"
    })
    void aMinutesTokensThatWouldHoldAPrompt_areWaitedFor_andAreNoWindow(
            int status, int requested, ModelCallException.Kind kind, int window) {
        asked.fake.behaves(call -> Behavior.error(
                status, "Request too large for model on tokens per min (TPM): Limit 3000, Requested " + requested));
        assertThat(unanswered("chunk 1").kind()).isEqualTo(kind);
        assertThat(asked.model().window(8_000)).isEqualTo(window);
    }

    @Test
    void anEndpointThatRefusesEverySizeShowsNoWindow() {
        asked.fake.behaves(call -> Behavior.error(413, "too large"));
        unanswered("chunk 1");
        unanswered("chunk 2");
        assertThat(asked.model().window(8_000)).isEqualTo(4_000);
    }

    @Test
    void anEndpointThatCutThePromptSilentlyIsFoundOut() {
        asked.fake.behaves(call -> Behavior.summaryHavingRead(2_048, 80));
        ModelTask task = asked.question("chunk 1");
        ModelCallException refused = catchThrowableOfType(
                ModelCallException.class,
                () -> asked.model().answer(task, new ReplyValidator(400, 10_000, 6_000), new CancellationToken()));
        assertThat(refused.kind()).isEqualTo(ModelCallException.Kind.OVERFLOW);
        assertThat(refused).hasMessageContaining("2048").hasMessageContaining("6000");
        assertThat(asked.model().window(8_000)).isEqualTo(2_048);
    }

    @Test
    void tokensAreReservedBeforeTheCallSoThatParallelOnesNeverPassTheLimitTogether() {
        CountDownLatch refused = new CountDownLatch(1);
        asked.fake.behaves(call -> (exchange, same) -> {
            refused.await();
            Behavior.summary(80).answer(exchange, same);
        });
        asked.maxTokens = 1_300L;
        asked.plan();
        List<CompletableFuture<Boolean>> three = List.of(async("chunk 1"), async("chunk 2"), async("chunk 3"));
        // Whoever ends first was refused, since nobody is answered yet.
        assertThat(CompletableFuture.anyOf(three.toArray(CompletableFuture[]::new))
                        .join())
                .isEqualTo(false);
        refused.countDown();
        assertThat(three.stream().filter(CompletableFuture::join)).hasSize(2);
        assertThat(asked.fake.calls()).hasSize(2);
        assertThat(spent().tokens()).isLessThan(1_300);
        // What the first two did not use after all is there for the third.
        assertThat(asked.isAnswered("chunk 4")).isTrue();
    }

    @Test
    void moneyIsReservedTooAndAnUnknownPriceIsNotFree() {
        asked.maxCost = new BigDecimal("0.005");
        assertThat(unanswered("chunk 1"))
                .returns(ModelCallException.Kind.OVER_BUDGET, ModelCallException::kind)
                .hasMessageContaining("0.0051")
                .hasMessageContaining("0.005");
        asked.prices = null;
        assertThat(unanswered("chunk 1")).hasMessageContaining("price_input");
        assertThat(asked.fake.calls()).isEmpty();
        asked.maxCost = null;
        asked.ask("chunk 1");
        assertThat(spent().unpriced()).isOne();
    }

    @Test
    void whoStopsCutsTheCallAndFreesItsPlace() throws Exception {
        asked.concurrency = 1;
        asked.fake.behaves(call -> Behavior.hang(Duration.ofSeconds(30)));
        CancellationToken cancellationToken = new CancellationToken();
        CompletableFuture<Throwable> call = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                ModelCallException.class,
                () -> asked.model()
                        .answer(asked.question("chunk 1"), new ReplyValidator(400, 10_000, 100), cancellationToken)));
        while (asked.fake.calls().isEmpty()) {
            Thread.sleep(10);
        }
        cancellationToken.now();
        assertThat(call.get(1, TimeUnit.SECONDS))
                .asInstanceOf(type(ModelCallException.class))
                .returns(ModelCallException.Kind.CANCELED, ModelCallException::kind);
        assertThat(spent().tokens()).as("the prompt, and no output: none came").isEqualTo(100);
        asked.fake.behaves(again -> Behavior.summary(80));
        assertThat(asked.ask("chunk 2").verdict()).isEqualTo(Verdict.FIT);
    }

    private CompletableFuture<Boolean> async(String work) {
        return CompletableFuture.supplyAsync(() -> asked.isAnswered(work), threads);
    }

    private ModelCallException unanswered(String work) {
        return catchThrowableOfType(ModelCallException.class, () -> asked.ask(work));
    }

    private Spent spent() {
        return STORE.database().table(ModelCalls.class).spent(asked.compaction);
    }
}
