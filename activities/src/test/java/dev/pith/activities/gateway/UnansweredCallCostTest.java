package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pith.activities.testing.Behavior;
import dev.pith.workflows.model.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call takes that brings no answer: 100 tokens are sent, and 500 may come back. */
@Tag("servers")
class UnansweredCallCostTest extends AskingTest {

    private static final String TOLD = "\"usage\":{\"prompt_tokens\":5000,\"completion_tokens\":6000}";

    @ParameterizedTest
    @ValueSource(strings = {"error", "network_error"})
    void anEndpointThatFailedInTheEndTookWhatItTells(String finish) {
        asked.fake.behaves(call -> whole("half a thought", finish, TOLD));
        unanswered("chunk 1");

        assertTook(5_000, 6_000, "0.065");
        assertThat(took().estimated()).isZero();
        assertThat(took().failed()).isEqualTo(1);
        assertThat(STORE.database().table(ModelCalls.class).newestSetback(asked.compaction))
                .hasValue("200: the endpoint ended its answer with finish reason " + finish);
    }

    @Test
    void whatCameIsCountedWhereNothingIsTold() {
        asked.fake.behaves(call -> whole("tide ".repeat(200), "error", "\"usage\":null"));
        unanswered("chunk 1");

        assertThat(took().tokensIn()).isEqualTo(100);
        assertThat(took().tokensOut()).isBetween(150L, 450L);
        assertThat(took().estimated()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNoneHasNoOutput() {
        asked.fake.behaves(call -> Behavior.status(200, "", Map.of("Content-Type", "application/json")));
        unanswered("chunk 1");

        assertTook(100, 0, "0.0001");
    }

    @Test
    void aWholeAnswerThatDidNotComeMayHaveBeenGenerated() {
        asked.streaming = false;
        asked.fake.behaves(call -> Behavior.hang(Duration.ofSeconds(30)));
        unanswered("chunk 1");

        assertTook(100, 500, "0.0051");
    }

    @Test
    void unclearEndsDoNotPassTheLimit() {
        asked.fake.behaves(call -> whole("half a thought", "error", TOLD));
        asked.maxTokens = 20_000L;
        asked.plan();

        assertThat(unanswered("chunk 1").kind()).isEqualTo(ModelCallException.Kind.LATER);
        assertThat(unanswered("chunk 1").kind()).isEqualTo(ModelCallException.Kind.LATER);
        assertThat(unanswered("chunk 1"))
                .returns(ModelCallException.Kind.OVER_BUDGET, ModelCallException::kind)
                .hasMessageContaining("22000 of 20000");
        assertThat(asked.fake.calls()).hasSize(2);
    }

    @Test
    void aStreamThatIsCutTookWhatCameOfIt() {
        asked.fake.behaves(call -> Behavior.cutStream());
        asked.maxTokens = 800L;
        asked.plan();
        unanswered("chunk 1");

        assertThat(took().tokensIn()).isEqualTo(100);
        assertThat(took().tokensOut()).isBetween(10L, 100L);
        assertThat(took().estimated()).isEqualTo(1);
        unanswered("chunk 1");
        assertThat(unanswered("chunk 1").kind()).isEqualTo(ModelCallException.Kind.OVER_BUDGET);
        assertThat(asked.fake.calls()).hasSize(2);
    }

    @Test
    void aStreamThatDoesNotBeginInTimeHasNoOutput() {
        asked.fake.behaves(call -> Behavior.hang(Duration.ofSeconds(30)));
        unanswered("chunk 1");
        assertTook(100, 0, "0.0001");
    }

    @Test
    void aLeaseThatRanOutCutsACallThatHasBegun() {
        asked.fake.behaves(call -> {
            STORE.database()
                    .transact(handle -> handle.execute(
                            "delete from provider_permit where endpoint = ?",
                            asked.profile().endpoint()));
            return Behavior.drip(Duration.ofMillis(100));
        });
        assertThat(unanswered("chunk 1")).hasMessage("the permit's lease ran out");
        assertThat(took().tokensIn()).isEqualTo(100);
        assertThat(took().tokensOut()).isLessThan(100);
    }

    @Test
    void aCallThatThisProcessCutIsLostButNoAttemptAndNoFaultOfItsEndpoint() {
        asked.attempts = 1;
        asked.fake.behaves(call -> {
            CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(asked::disconnect);
            return Behavior.drip(Duration.ofMillis(100));
        });
        assertThat(unanswered("chunk 1"))
                .hasMessage("this process stopped its work")
                .returns(ModelCallException.Kind.LATER, ModelCallException::kind);
        assertThat(took().tokensOut()).isLessThan(100);
        assertThat(took().lost()).isEqualTo(1);
        assertThat(took().failed()).isZero();
        assertThat(new EndpointLimiter(STORE.database(), asked.profile())
                        .state()
                        .failures())
                .isZero();
        asked.fake.behaves(call -> Behavior.summary(80));
        assertThat(asked.ask("chunk 1").verdict()).as("asked again").isEqualTo(Verdict.FIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 429, 502, 529})
    void anErrorInTheMiddleOfAnAnswerDoesNotUndoWhatWasGenerated(int code) {
        asked.fake.behaves(call -> half("{\"code\":" + code + ",\"message\":\"it broke\"}"));
        unanswered("chunk 1");
        assertTook(100, 1, "0.00011");
    }

    @Test
    void norDoesAFilterThatStepsInTooLate() {
        asked.fake.behaves(call -> half("{\"code\":400,\"type\":\"content_filter\",\"message\":\"no\"}"));
        asked.ask("chunk 1");
        assertTook(100, 1, "0.00011");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 404, 429, 503, 529})
    void whatWasRefusedTookNothing(int status) {
        asked.fake.behaves(call -> Behavior.error(status, "no"));
        unanswered("chunk 1");
        assertTook(0, 0, "0");
    }

    @Test
    void anEndpointThatFailedBeforeItsAnswerMayHaveRead() {
        asked.fake.behaves(call -> Behavior.error(502, "it broke"));
        unanswered("chunk 1");
        assertTook(100, 0, "0.0001");
    }

    @Test
    void whereNobodyListensNothingIsTakenWhateverThePrice() {
        asked.fake.close();
        asked.prices = null;
        assertThat(unanswered("chunk 1").kind()).isEqualTo(ModelCallException.Kind.LATER);

        assertTook(0, 0, "0");
        assertThat(took().estimated()).isZero();
        assertThat(took().unpriced()).isZero();
        assertThat(took().failed()).isEqualTo(1);
    }

    private void assertTook(long in, long out, String cost) {
        assertThat(took().tokensIn()).isEqualTo(in);
        assertThat(took().tokensOut()).isEqualTo(out);
        assertThat(took().knownCost()).isEqualByComparingTo(cost);
    }

    private CallFigures took() {
        return STORE.database().table(ModelCalls.class).figures(asked.compaction);
    }

    private ModelCallException unanswered(String work) {
        return catchThrowableOfType(ModelCallException.class, () -> asked.ask(work));
    }

    /** A stream that ends with an error. */
    private static Behavior half(String error) {
        String stream = """
                data: {"choices":[{"delta":{"content":"half"}}]}

                data: {"error":%s}

                """.formatted(error);
        return Behavior.status(200, stream, Map.of("Content-Type", "text/event-stream"));
    }

    private static Behavior whole(String text, String finish, String usage) {
        return Behavior.status(
                200,
                "{\"choices\":[{\"message\":{\"content\":\"" + text + "\"},\"finish_reason\":\"" + finish + "\"}],"
                        + usage + "}",
                Map.of("Content-Type", "application/json"));
    }
}
