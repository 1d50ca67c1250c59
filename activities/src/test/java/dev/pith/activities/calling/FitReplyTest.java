package dev.pith.activities.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.pith.activities.store.ModelCalls;
import dev.pith.activities.testing.Behavior;
import dev.pith.workflows.compaction.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reply must be to count. */
class FitReplyTest extends AskingTest {

    @Test
    void aFinishThatNobodyKnowsIsTriedAgain() {
        asked.fake.behaves(call -> Behavior.text("Half a thought", "network_error"));
        assertThatThrownBy(() -> asked.ask("chunk 1"))
                .asInstanceOf(type(Unanswered.class))
                .returns(Unanswered.Kind.LATER, Unanswered::kind);
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
        assertThat(asked.ask("chunk 1")).isEqualTo(new Answer("", Verdict.ONLY_REASONING, false));
    }

    @Test
    void aPromptThatAFilterTakesIsARefusalAndNotTheEndOfTheCompaction() {
        asked.fake.behaves(call -> Behavior.status(
                400,
                "{\"error\":{\"code\":\"content_filter\",\"message\":\"The prompt was filtered\"}}",
                Map.of("Content-Type", "application/json")));
        assertThat(asked.ask("chunk 1")).isEqualTo(new Answer("", Verdict.REFUSED, false));
        assertThat(asked.ask("chunk 1").reused()).isTrue();
        assertThat(STORE.database().table(ModelCalls.class).newestError(asked.compaction))
                .hasValue("400: The prompt was filtered");
    }

    @Test
    void aReplyLongerThanItMayBeIsNotFit() {
        asked.fake.behaves(call -> Behavior.summary(600));
        assertThat(asked.ask("chunk 1").verdict()).isEqualTo(Verdict.INFLATED);
    }
}
