package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.pith.activities.testing.Behavior;
import dev.pith.workflows.model.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reply must be to count. */
@Tag("servers")
class FitReplyTest extends AskingTest {

    @Test
    void aFinishThatNobodyKnowsIsTriedAgain() {
        asked.fake.behaves(call -> Behavior.text("Half a thought", "network_error"));
        assertThatThrownBy(() -> asked.ask("chunk 1"))
                .asInstanceOf(type(ModelCallException.class))
                .returns(ModelCallException.Kind.LATER, ModelCallException::kind);
    }

    @ParameterizedTest
    @CsvSource({
        "tool_calls, 'the model called a tool (finish reason tool_calls), although none was offered'",
        "whatever, 'the reply ended with finish reason whatever, which is no clean end'",
    })
    void anEndThatIsNotClean_isKeptAndNamed_andNotPaidAgain(String finish, String words) {
        asked.fake.behaves(call -> Behavior.text("## Objective\nHalf of it", finish));

        assertThat(asked.ask("chunk 1").verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(asked.ask("chunk 1").reused()).isTrue();
        assertThat(asked.fake.calls()).hasSize(1);
        assertThat(STORE.database().table(ModelCalls.class).newestSetback(asked.compaction))
                .hasValue(words);
    }

    @Test
    void aNullFinishReason_isKeptAndNamed_andNotPaidAgain() {
        asked.fake.behaves(call -> Behavior.status(
                200,
                "data: {\"choices\":[{\"delta\":{\"content\":\"x\"},\"finish_reason\":null}]}\n\ndata: [DONE]\n\n",
                Map.of("Content-Type", "text/event-stream")));

        assertThat(asked.ask("chunk 1").verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(asked.ask("chunk 1").reused()).isTrue();
        assertThat(STORE.database().table(ModelCalls.class).newestSetback(asked.compaction))
                .hasValue("the endpoint gave no finish reason, so that nobody knows whether the reply is whole");
    }

    @Test
    void aStreamThatIsNotWholeInTheTimeOfACall_isKeptAsTooSlow_andNotPaidAgain() {
        asked.total = Duration.ofSeconds(1);
        asked.fake.behaves(call -> Behavior.drip(Duration.ofMillis(50)));

        assertThat(asked.ask("chunk 1")).isEqualTo(new ModelAnswer("", Verdict.TOO_SLOW, false));
        assertThat(asked.ask("chunk 1").reused()).isTrue();
        assertThat(asked.fake.calls()).hasSize(1);
        assertThat(STORE.database().table(ModelCalls.class).newestSetback(asked.compaction))
                .hasValueSatisfying(words -> assertThat(words).endsWith(" was not whole after 1 s"));
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.class, mode = EnumSource.Mode.EXCLUDE, names = "FIT")
    void everyOtherVerdict_isCountedAsUnfit_notAsFailed(Verdict verdict) {
        ModelCalls calls = STORE.database().table(ModelCalls.class);
        CallRow row = new CallRow(
                asked.conversation, asked.compaction, "chunk", "w", "e", "p", "m", 1, 1, BigDecimal.ZERO, 0);
        calls.end(calls.begin(row), new CallEnd(CallOutcome.of(verdict), 1, 1, 0, false, BigDecimal.ZERO, 1, "x"));

        assertThat(calls.figures(asked.compaction))
                .returns(1L, CallFigures::unfit)
                .returns(0L, CallFigures::failed);
    }

    @ParameterizedTest
    @CsvSource({"length, CUT_OFF", "content_filter, REFUSED"})
    void onlyACleanStopIsFit(String finish, Verdict verdict) {
        asked.fake.behaves(call -> Behavior.text("## Objective\nHalf of it", finish));
        assertThat(asked.ask("chunk 1").verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"stop", "length"})
    void reasoningIsNeverASummary(String finish) {
        asked.fake.behaves(call -> Behavior.onlyReasoning(finish));
        assertThat(asked.ask("chunk 1")).isEqualTo(new ModelAnswer("", Verdict.ONLY_REASONING, false));
    }

    @Test
    void aPromptThatAFilterTakesIsARefusalAndNotTheEndOfTheCompaction() {
        asked.fake.behaves(call -> Behavior.status(
                400,
                "{\"error\":{\"code\":\"content_filter\",\"message\":\"The prompt was filtered\"}}",
                Map.of("Content-Type", "application/json")));
        assertThat(asked.ask("chunk 1")).isEqualTo(new ModelAnswer("", Verdict.REFUSED, false));
        assertThat(asked.ask("chunk 1").reused()).isTrue();
        assertThat(STORE.database().table(ModelCalls.class).newestSetback(asked.compaction))
                .hasValue("400: The prompt was filtered");
    }

    @Test
    void aReplyLongerThanItMayBeIsNotFit() {
        asked.fake.behaves(call -> Behavior.summary(600));
        assertThat(asked.ask("chunk 1").verdict()).isEqualTo(Verdict.INFLATED);
    }

    @Test
    void aReplyThatCannotBeJudged_isKeptAsUnfit_andNotPaidAgain() {
        ReplyValidator failing = new ReplyValidator(400, 10_000, 100, text -> {
            throw new StringIndexOutOfBoundsException(-1);
        });

        assertThat(asked.model().answer(asked.question("chunk 1"), failing, new CancellationToken()))
                .returns(Verdict.MALFORMED, ModelAnswer::verdict);
        assertThat(asked.ask("chunk 1").reused()).isTrue();
        assertThat(asked.fake.calls()).hasSize(1);
    }
}
