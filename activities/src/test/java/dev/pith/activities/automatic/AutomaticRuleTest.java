package dev.pith.activities.automatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.automatic.AutomaticDecision.State;
import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.FailureType;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticRuleTest {

    private static final Fullness FULL = full(9_000, 0);
    private static final CompactionSpec SPEC = FULL.aimed(CompactionSpec.defaults());

    private static Fullness full(long tokens, long system) {
        return new Fullness(tokens, system, 10_000, 0.85);
    }

    private static AutomaticRule rule(Fullness fullness, long messages, long pausedAt, EarlierCompaction... earlier) {
        return new AutomaticRule("c1", fullness, messages, pausedAt, 3, List.of(earlier));
    }

    private static EarlierCompaction ended(int version, @Nullable Outcome outcome, @Nullable String failure) {
        return new EarlierCompaction("k1", RequestJson.of(SPEC), version, outcome, failure);
    }

    private static State after(EarlierCompaction... earlier) {
        return rule(FULL, 40, -1, earlier).decide(SPEC, null).state();
    }

    @ParameterizedTest
    @CsvSource({"8499,NOT_NEEDED", "8500,NEEDED", "20000,NEEDED", "0,NOT_NEEDED"})
    void theThresholdItselfIsEnough(long tokens, State expected) {
        AutomaticDecision decision = rule(full(tokens, 0), 40, -1).decide(SPEC, null);

        assertThat(decision.state()).isEqualTo(expected);
        assertThat(decision.reason()).contains("of 10,000 tokens").contains("from 8,500 tokens on");
    }

    @Test
    void anEmptyConversation_isNotNeeded() {
        assertThat(rule(full(0, 0), 0, -1).decide(SPEC, null))
                .isEqualTo(new AutomaticDecision(State.NOT_NEEDED, "has no message"));
    }

    @Test
    void anUndo_pausesUntilAMessageCame() {
        AutomaticDecision paused = rule(FULL, 40, 40).decide(SPEC, null);

        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.reason()).contains("was undone").endsWith("by hand: pith compact c1");
        assertThat(rule(FULL, 41, 40).decide(SPEC, null).isNeeded()).isTrue();
    }

    @Test
    void aConversationThatIsOnlyStored_namesTheSetting() {
        assertThat(rule(FULL, 40, -1).decide(SPEC, "store_only_sessions has it"))
                .satisfies(decision -> assertThat(decision.state()).isEqualTo(State.STORE_ONLY))
                .satisfies(decision -> assertThat(decision.reason()).contains("store_only_sessions has it"));
        assertThat(rule(full(10, 0), 40, -1)
                        .decide(SPEC, "store_only_sessions has it")
                        .state())
                .isEqualTo(State.NOT_NEEDED);
    }

    @Test
    void systemMessagesThatReachTheThreshold_makeItImpossible() {
        AutomaticDecision decision = rule(full(9_000, 8_490), 40, -1).decide(SPEC, null);

        assertThat(decision.state()).isEqualTo(State.IMPOSSIBLE);
        assertThat(decision.reason()).contains("8,490").contains("raise context_window or auto_threshold");
        assertThat(rule(full(9_000, 8_000), 40, -1).decide(SPEC, null).isNeeded())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPACTED", "COMPACTED_DEGRADED", "NOTHING_TO_DO", "IRREDUCIBLE", "OVER_BUDGET", "CANCELED"})
    void whatDidNotHelp_isNotTriedAgain(Outcome outcome) {
        assertThat(after(ended(3, outcome, null))).isEqualTo(State.TRIED);
    }

    @ParameterizedTest
    @EnumSource(names = {"PREVIEWED", "SUPERSEDED", "INTERRUPTED"})
    void whatSaysNothingAboutTheConversation_isTriedAgain(Outcome outcome) {
        assertThat(after(ended(3, outcome, null))).isEqualTo(State.NEEDED);
    }

    @Test
    void aFailure_isTriedAgainOnlyWhereTheEndpointIsToBlame() {
        assertThat(after(ended(3, Outcome.FAILED, null))).isEqualTo(State.TRIED);
        assertThat(after(ended(3, Outcome.FAILED, FailureType.DEFECT.name()))).isEqualTo(State.TRIED);
        assertThat(after(ended(3, Outcome.FAILED, FailureType.MODEL_UNAVAILABLE.name())))
                .isEqualTo(State.NEEDED);
        assertThat(after(ended(3, Outcome.FAILED, FailureType.MODEL_REFUSED.name())))
                .isEqualTo(State.NEEDED);
    }

    @Test
    void anotherRequestOrAnotherVersion_isTriedAgain() {
        EarlierCompaction other =
                new EarlierCompaction("k1", RequestJson.of(CompactionSpec.defaults()), 3, Outcome.IRREDUCIBLE, null);

        assertThat(after(other)).isEqualTo(State.NEEDED);
        assertThat(after(ended(2, Outcome.IRREDUCIBLE, null))).isEqualTo(State.NEEDED);
        assertThat(after(other, ended(3, Outcome.IRREDUCIBLE, null)))
                .as("whatever was tried in between")
                .isEqualTo(State.TRIED);
    }

    @Test
    void aRunningCompaction_isJoinedOrNamed() {
        EarlierCompaction other = new EarlierCompaction("k1", RequestJson.of(CompactionSpec.defaults()), 3, null, null);

        assertThat(after(ended(3, null, null))).isEqualTo(State.NEEDED);
        AutomaticDecision busy = rule(FULL, 40, -1, other).decide(SPEC, null);
        assertThat(busy.state()).isEqualTo(State.RUNNING);
        assertThat(busy.reason()).endsWith("pith watch c1");
    }

    @Test
    void theAim_isHalfOfWhatSystemMessagesLeave_andTheThresholdItsLimit() {
        assertThat(full(9_000, 500).aimed(CompactionSpec.defaults()).context())
                .isEqualTo(ContextTarget.aiming(4_000, 7_999));
        assertThat(new Fullness(900, 0, 1_000, 0.1)
                        .aimed(CompactionSpec.defaults())
                        .context())
                .isEqualTo(ContextTarget.aiming(50, 99));
        assertThat(new Fullness(900, 900, 1_000, 0.1)
                        .aimed(CompactionSpec.defaults())
                        .context())
                .as("the smallest that a target may be")
                .isEqualTo(ContextTarget.aiming(50, 50));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.09, 0.991, 1, Double.NaN})
    void aShareOutOfItsRange_isRefused(double share) {
        assertThatThrownBy(() -> new Fullness(1, 0, 10_000, share)).hasMessageContaining("must be 0.1 to 0.99");
    }
}
