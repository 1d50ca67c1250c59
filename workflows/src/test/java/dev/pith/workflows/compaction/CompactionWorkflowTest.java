package dev.pith.workflows.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.FailureType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CompactionWorkflowTest {

    @Test
    void plansThenSummarizesThenMergesThenCommits() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 2).start(1)) {
            assertThat(compacting.result().outcome()).isEqualTo(Outcome.COMPACTED);
            assertThat(compacting.calls).containsExactly("plan", "chunk 0", "chunk 1", "merge", "commit");
        }
    }

    @Test
    void mergesNothingWhereTheOnlyChunkIsTheSummary() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1).start(4)) {
            assertThat(compacting.result().outcome()).isEqualTo(Outcome.COMPACTED);
            assertThat(compacting.calls).containsExactly("plan", "chunk 0", "commit");
        }
    }

    @Test
    void mergesOneChunkWhereThePlanSaysSo() {
        Plan withAnchor = new Plan(Decision.SINGLE_PASS, 2, 14, 1, 1_000, 9_000, 4_000, 4_000, 0, 100_000, 0, true);
        try (Compacting compacting = new Compacting(withAnchor).start(4)) {
            assertThat(compacting.result().outcome()).isEqualTo(Outcome.COMPACTED);
            assertThat(compacting.calls).containsExactly("plan", "chunk 0", "merge", "commit");
        }
    }

    @Test
    void nothingToDoReadsAndReplacesNothing() {
        try (Compacting compacting = new Compacting(Decision.NOTHING_TO_DO, 0).start(4)) {
            CompactionResult result = compacting.result();
            assertThat(result.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(result.version()).isEqualTo(1);
            assertThat(compacting.calls).containsExactly("plan", "end");
            assertThat(compacting.progress().percent()).isEqualTo(100);
        }
    }

    @Test
    void aPreviewDoesAllButTheCommit() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1).preview()) {
            CompactionResult result = compacting.result();
            assertThat(result.outcome()).isEqualTo(Outcome.PREVIEWED);
            assertThat(compacting.calls)
                    .startsWith("plan", "chunk 0")
                    .endsWith("preview")
                    .doesNotContain("commit");
            assertThat(compacting.progress().percent()).isEqualTo(100);
        }
    }

    @Test
    void chunksRunTogetherUpToTheirConcurrencyAndNeverMore() {
        try (Compacting compacting = new Compacting(Decision.OVERSIZE, 12)) {
            CountDownLatch three = new CountDownLatch(3);
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                three.countDown();
                Compacting.await(three);
            };
            compacting.start(3).result();
            assertThat(compacting.summarizing.mostAtOnce()).isEqualTo(3);
        }
    }

    @Test
    void anErrorOfTheWorkflowItself_isRecordedWithItsClass_andEndsIt() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.store.plansNothing = true;
            compacting.start(1);

            assertThatThrownBy(compacting::result)
                    .isInstanceOf(WorkflowFailedException.class)
                    .hasRootCauseMessage(
                            "message='a defect of Pith: NullPointerException', type='COMPACTION_FAILED', nonRetryable=true");
            assertThat(compacting.calls).containsExactly("plan", "end");
            assertThat(compacting.store.recorded().get(0).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(compacting.store.recorded().get(0).error()).isEqualTo("a defect of Pith: NullPointerException");
            assertThat(compacting.progress().lastError()).isEqualTo("a defect of Pith: NullPointerException");
        }
    }

    @Test
    void aChunkThatFailsIsTriedAgain() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 3)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                if (chunk == 1 && attempt <= 2) {
                    throw new IllegalStateException("the database went away");
                }
            };
            assertThat(compacting.start(4).result().outcome()).isEqualTo(Outcome.COMPACTED);
            assertThat(compacting.calls.stream().filter("chunk 1"::equals)).hasSize(3);
            assertThat(compacting.calls.stream().filter("chunk 0"::equals)).hasSize(1);
        }
    }

    @Test
    void aStoreThatIsAwayForLong_isWaitedFor_withoutAModelToo() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                if (attempt <= 60) {
                    throw new IllegalStateException("connection refused");
                }
            };
            assertThat(compacting.start(1).result().outcome()).isEqualTo(Outcome.COMPACTED);
        }
    }

    @Test
    void aChunkThatAlwaysFailsEndsTheCompactionWithItsReason() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 2)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                if (chunk == 0 && attempt >= ActivityPolicies.SUMMARIZING_ATTEMPTS) {
                    throw ApplicationFailure.newNonRetryableFailure("the disk is full", FailureType.DEFECT.name());
                } else if (chunk == 0) {
                    throw new IllegalStateException("the disk is full");
                }
            };
            compacting.start(1);
            assertThatThrownBy(compacting::result)
                    .isInstanceOf(WorkflowFailedException.class)
                    .cause()
                    .asInstanceOf(InstanceOfAssertFactories.type(ApplicationFailure.class))
                    .returns("the disk is full", ApplicationFailure::getOriginalMessage)
                    .returns(FailureType.COMPACTION_FAILED.name(), ApplicationFailure::getType);
            assertThat(compacting.store.recorded())
                    .extracting(CompactionResult::outcome, CompactionResult::error)
                    .containsExactly(tuple(Outcome.FAILED, "the disk is full"));
            assertThat(compacting.calls.stream().filter("chunk 0"::equals)).hasSize(6);
            assertThat(compacting.calls).doesNotContain("chunk 1", "merge", "commit");
            assertThat(compacting.progress().lastError()).isEqualTo("the disk is full");
        }
    }

    @Test
    void chunksThatTheStoreLostEndTheCompaction() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 2)) {
            compacting.store.losesItsChunks = true;
            compacting.start(1);
            assertThatThrownBy(compacting::result).isInstanceOf(WorkflowFailedException.class);
            assertThat(compacting.store.recorded().get(0).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(compacting.store.recorded().get(0).error())
                    .contains("2 chunks")
                    .contains("from 0");
        }
    }

    @Test
    void everyChunkHasTimeOfItsOwnAndNoClockOverTheQueue() {
        try (Compacting compacting = new Compacting(Decision.OVERSIZE, 5).start(1)) {
            compacting.result();
            List<Long> ownTime = compacting.history().stream()
                    .filter(event -> event.hasActivityTaskScheduledEventAttributes())
                    .map(event -> event.getActivityTaskScheduledEventAttributes())
                    .filter(activity -> activity.getActivityType().getName().equals("Summarize"))
                    .peek(activity -> assertThat(
                                    activity.getScheduleToStartTimeout().getSeconds())
                            .isIn(0L, activity.getScheduleToCloseTimeout().getSeconds()))
                    .map(activity -> activity.getStartToCloseTimeout().getSeconds())
                    .toList();
            assertThat(ownTime).containsExactly(300L, 300L, 300L, 300L, 300L);
        }
    }

    @Test
    void whoAsksAgainIsToldTheRunningRequest() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 2)) {
            CountDownLatch release = new CountDownLatch(1);
            compacting.summarizing.onChunk = (chunk, attempt) -> Compacting.await(release);
            compacting.start(2);
            assertThat(compacting.attach()).isEqualTo(Compacting.request(2));
            assertThat(compacting
                            .attach()
                            .spec()
                            .differencesTo(Compacting.request(3).spec()))
                    .containsExactly("concurrency is \"3\" there, \"2\" here");
            release.countDown();
            assertThat(compacting.result().outcome()).isEqualTo(Outcome.COMPACTED);
        }
    }
}
