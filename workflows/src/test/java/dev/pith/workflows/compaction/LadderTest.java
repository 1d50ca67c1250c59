package dev.pith.workflows.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.workflows.FailureType;
import dev.pith.workflows.model.OnModelFailure;
import dev.pith.workflows.model.Rung;
import dev.pith.workflows.model.Step;
import dev.pith.workflows.model.Verdict;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LadderTest {

    private static final Step NORMAL = new Step(Rung.NORMAL, 1);
    private static final Step NORMAL_WITH_ROOM = new Step(Rung.NORMAL, 2);
    private static final Step AGGRESSIVE = new Step(Rung.AGGRESSIVE, 1);
    private static final Step AGGRESSIVE_WITH_ROOM = new Step(Rung.AGGRESSIVE, 2);

    @Test
    void aFitReplyNeedsOneStep() {
        try (Compacting compacting = singlePass(OnModelFailure.DEGRADE)) {
            assertThat(compacting.result().outcome()).isEqualTo(Outcome.COMPACTED);
            assertThat(steps(compacting)).containsExactly(NORMAL);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_OFF", "ONLY_REASONING"})
    void whatRanOutOfRoomGetsTwiceTheRoomOnceAndKeepsIt(Verdict verdict) {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.summarizing.verdicts =
                    (chunk, step) -> step.equals(AGGRESSIVE_WITH_ROOM) ? Verdict.FIT : verdict;
            compacting.asking(1, OnModelFailure.DEGRADE).result();
            assertThat(steps(compacting)).containsExactly(NORMAL, NORMAL_WITH_ROOM, AGGRESSIVE_WITH_ROOM);
            assertThat(compacting.progress().cells().get(0).rung()).isEqualTo(Rung.AGGRESSIVE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY", "INFLATED", "REFUSED", "TOO_SLOW", "UNCLEAR"})
    void whatMoreRoomCannotMendGoesToTheNextRungAndAtLastWithoutTheModel(Verdict verdict) {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.summarizing.verdicts = (chunk, step) -> step.rung() == Rung.EXTRACTIVE ? Verdict.FIT : verdict;
            compacting.asking(1, OnModelFailure.DEGRADE).result();
            assertThat(steps(compacting)).containsExactly(NORMAL, AGGRESSIVE, Step.WITHOUT_MODEL);
            assertThat(compacting.progress().lastError()).contains(verdict.words());
        }
    }

    @Test
    void whoWouldRatherKeepTheContextGetsNothingWithoutTheModel() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.summarizing.verdicts = (chunk, step) -> Verdict.EMPTY;
            compacting.asking(1, OnModelFailure.KEEP);
            assertThatThrownBy(compacting::result).isInstanceOf(WorkflowFailedException.class);
            assertThat(steps(compacting)).containsExactly(NORMAL, AGGRESSIVE);
            assertThat(compacting.store.recorded().get(0).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(compacting.store.recorded().get(0).error())
                    .contains("was empty")
                    .contains("local");
        }
    }

    @Test
    void whereTheModelIsAwayForGoodTheChunkIsWrittenWithoutItAndTheReasonIsTold() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 2)) {
            compacting.summarizing.onChunk =
                    (chunk, attempt) -> failOnce(compacting, chunk, FailureType.MODEL_UNAVAILABLE);
            compacting.asking(1, OnModelFailure.DEGRADE).result();
            assertThat(steps(compacting)).containsExactly(NORMAL, Step.WITHOUT_MODEL, NORMAL);
            assertThat(compacting.progress().lastError()).isEqualTo("529: come back later");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MODEL_REFUSED", "MODEL_UNAVAILABLE"})
    void whatIsFatalOrMustBeKeptFailsAtOnceWithTheProvidersWords(FailureType type) {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> failOnce(compacting, chunk, type);
            compacting.asking(1, type == FailureType.MODEL_REFUSED ? OnModelFailure.DEGRADE : OnModelFailure.KEEP);
            assertThatThrownBy(compacting::result).hasStackTraceContaining("529: come back later");
            assertThat(steps(compacting)).containsExactly(NORMAL);
            assertThat(compacting.store.recorded().get(0).error()).isEqualTo("529: come back later");
        }
    }

    @Test
    void whatWouldCostTooMuchEndsOverBudgetAndIsNoFailure() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> failOnce(compacting, chunk, FailureType.OVER_BUDGET);
            assertThat(compacting.asking(1, OnModelFailure.DEGRADE).result().outcome())
                    .isEqualTo(Outcome.OVER_BUDGET);
        }
    }

    @Test
    void aChunkTooLongForTheModelIsSplitItsPartsShareItsBudgetAndAreMerged() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.summarizing.onChunk =
                    (chunk, attempt) -> failOnce(compacting, chunk, FailureType.CONTEXT_OVERFLOW);
            compacting.asking(1, OnModelFailure.DEGRADE).result();
            assertThat(compacting.calls)
                    .containsExactly(
                            "plan", "chunk 0", "split 1 to 10", "chunk 0", "chunk 0", "groups", "merge", "commit");
            assertThat(compacting.summarizing.tasks)
                    .extracting(ChunkTask::budget)
                    .containsExactly(4_000, 2_000, 2_000);
            assertThat(compacting.progress().chunksDone()).isEqualTo(1);
        }
    }

    @Test
    void whatOverflowsAfterThreeSplits_isWrittenWithoutTheModel_asOneText() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> overflow(compacting, task -> true);
            compacting.asking(1, OnModelFailure.DEGRADE).result();
            assertThat(extractive(compacting))
                    .extracting(ChunkTask::budget)
                    .hasSize(9)
                    .endsWith(4_000)
                    .startsWith(500, 500, 500, 500, 500, 500, 500, 500);
            assertThat(compacting.calls).contains("join 1 to 10").endsWith("chunk 0", "commit");
        }
    }

    @Test
    void partsThatTheModelWroteStay_theirNeighborsAreJoined() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> overflow(
                    compacting,
                    task -> task.chunk().fromSeq() > 5 || task.chunk().toSeq() == 10);
            compacting.asking(1, OnModelFailure.DEGRADE).result();
            assertThat(compacting.calls).containsOnlyOnce("join 6 to 10").doesNotContain("join 1 to 10");
            assertThat(extractive(compacting))
                    .last()
                    .returns(2_000, ChunkTask::budget)
                    .extracting(task -> task.chunk().fromSeq())
                    .isEqualTo(6L);
        }
    }

    private static void overflow(Compacting compacting, Predicate<ChunkTask> tooLong) {
        ChunkTask task = compacting.summarizing.tasks.get(compacting.summarizing.tasks.size() - 1);
        if (task.step().rung() != Rung.EXTRACTIVE && tooLong.test(task)) {
            throw failure(FailureType.CONTEXT_OVERFLOW);
        }
    }

    private static List<ChunkTask> extractive(Compacting compacting) {
        return compacting.summarizing.tasks.stream()
                .filter(task -> task.step().rung() == Rung.EXTRACTIVE)
                .toList();
    }

    @Test
    void aMergeThatIsNotFitFallsBackAndNothingIsLost() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 2)) {
            compacting.summarizing.mergeVerdicts =
                    (chunk, step) -> step.rung() == Rung.EXTRACTIVE ? Verdict.FIT : Verdict.INFLATED;
            assertThat(compacting.asking(2, OnModelFailure.DEGRADE).result().outcome())
                    .isEqualTo(Outcome.COMPACTED);
            assertThat(compacting.calls).endsWith("merge", "merge", "merge", "commit");
        }
    }

    @Test
    void waitingForTheProviderIsNoAttemptOfTheLadder() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            CountDownLatch open = new CountDownLatch(12);
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                open.countDown();
                if (open.getCount() > 0) {
                    throw ApplicationFailure.newBuilder()
                            .setMessage("429: slow down")
                            .setType("LATER")
                            .setNextRetryDelay(java.time.Duration.ofMinutes(1))
                            .build();
                }
            };
            compacting.asking(1, OnModelFailure.KEEP).result();
            assertThat(steps(compacting)).hasSize(12).containsOnly(NORMAL);
        }
    }

    @Test
    void summariesThatOneMergeCannotReadAreMergedInGroupsFirst() {
        Plan plan = new Plan(Decision.OVERSIZE, 1, 44, 4, 4_000, 9_000, 4_000, 500, 0, 300, 0, false);
        try (Compacting compacting = new Compacting(plan)) {
            compacting.store.groups = List.of(new ChunkRef(0, 1, 20, 200), new ChunkRef(1, 21, 40, 200));
            compacting.asking(4, OnModelFailure.DEGRADE).result();
            assertThat(compacting.calls)
                    .contains("merge 1 to 20", "merge 21 to 40")
                    .endsWith("groups", "merge", "commit");
        }
    }

    @Test
    void summariesThatFitTogetherAreNotMerged() {
        Plan plan = new Plan(Decision.OVERSIZE, 1, 44, 4, 4_000, 9_000, 4_000, 500, 4 * 112, 100_000, 0, false);
        try (Compacting compacting = new Compacting(plan)) {
            compacting.asking(4, OnModelFailure.DEGRADE).result();
            assertThat(compacting.calls).doesNotContain("merge").endsWith("commit");
        }
    }

    private static Compacting singlePass(OnModelFailure onFailure) {
        return new Compacting(Decision.SINGLE_PASS, 1).asking(1, onFailure);
    }

    private static List<Step> steps(Compacting compacting) {
        return compacting.summarizing.tasks.stream().map(ChunkTask::step).toList();
    }

    /** The first chunk's first attempt fails. */
    private static void failOnce(Compacting compacting, int chunk, FailureType type) {
        if (chunk == 0 && compacting.summarizing.tasks.size() == 1) {
            throw failure(type);
        }
    }

    private static ApplicationFailure failure(FailureType type) {
        return ApplicationFailure.newNonRetryableFailure("529: come back later", type.name());
    }
}
