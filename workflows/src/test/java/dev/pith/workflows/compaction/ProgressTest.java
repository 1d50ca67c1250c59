package dev.pith.workflows.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.workflows.compaction.Progress.Cell;
import dev.pith.workflows.compaction.Progress.CellState;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<Progress> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void movesThroughItsStagesByTheirWeights() {
        try (Compacting compacting =
                watched(new Compacting(Decision.PREEMPTIVE, 5)).start(1)) {
            compacting.result();
            seen.add(compacting.progress());
            assertThat(seen).extracting(Progress::percent).containsExactly(5, 20, 30, 40, 50, 60, 75, 95, 100);
            assertThat(seen)
                    .extracting(Progress::stage)
                    .containsExactly(
                            Stage.LOAD,
                            Stage.STRATEGY,
                            Stage.CHUNKS,
                            Stage.CHUNKS,
                            Stage.CHUNKS,
                            Stage.CHUNKS,
                            Stage.MERGE,
                            Stage.MERGE,
                            Stage.COMPLETE);
            assertThat(seen.get(8).outcome()).isEqualTo(Outcome.COMPACTED);
            assertThat(seen.get(8).tokensAfter()).isEqualTo(5_000);
        }
    }

    @Test
    void aSinglePassJumps() {
        try (Compacting compacting =
                watched(new Compacting(Decision.SINGLE_PASS, 1)).start(4)) {
            compacting.result();
            assertThat(seen).extracting(Progress::percent).containsExactly(5, 20, 95);
            assertThat(Stage.WRITTEN.percent(1)).isEqualTo(97);
            assertThat(compacting.progress().percent()).isEqualTo(100);
        }
    }

    @Test
    void aFailedOneStaysWhereItFailed() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 5)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                if (chunk == 2) {
                    throw ApplicationFailure.newNonRetryableFailure("no room", "FULL");
                }
            };
            assertThatThrownBy(compacting.start(1)::result).isInstanceOf(WorkflowFailedException.class);
            Progress end = compacting.progress();
            assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(end.stage()).isEqualTo(Stage.CHUNKS);
            assertThat(end.percent()).isEqualTo(Stage.CHUNKS.percent(0.4));
            assertThat(end.lastError()).contains("no room");
        }
    }

    @Test
    void neverGoesBackWhileChunksEndInAnyOrder() {
        try (Compacting compacting = new Compacting(Decision.OVERSIZE, 40)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                seen.add(compacting.progress());
                if (attempt == 1 && chunk % 7 == ThreadLocalRandom.current().nextInt(7)) {
                    throw new IllegalStateException("once");
                }
            };
            compacting.start(1).result();
            assertThat(seen).extracting(Progress::percent).isSorted();
            assertThat(seen).extracting(Progress::chunksDone).isSorted();
            assertThat(seen).extracting(Progress::stage).isSorted();
        }
    }

    @Test
    void manyChunksShareAHundredCells() {
        try (Compacting compacting = new Compacting(Decision.OVERSIZE, 250)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                if (chunk == 130) {
                    seen.add(compacting.progress());
                }
            };
            compacting.start(1).result();
            assertThat(compacting.calls)
                    .contains("plan", "page from 100", "page from 200")
                    .doesNotContain("page from 0");
            Progress middle = seen.get(0);
            assertThat(middle.chunksDone()).isEqualTo(130);
            assertThat(middle.chunksTotal()).isEqualTo(250);
            assertThat(middle.cells())
                    .hasSize(100)
                    .filteredOn(cell -> cell.state() == CellState.DONE)
                    .hasSize(52);
            assertThat(middle.cells())
                    .filteredOn(cell -> cell.state() == CellState.RUNNING)
                    .hasSize(1);
            Progress end = compacting.progress();
            assertThat(end.chunksDone()).isEqualTo(250);
            assertThat(end.cells()).hasSize(100).extracting(Cell::state).containsOnly(CellState.DONE);
        }
    }

    @Test
    void theTimeOfACell_isThatOfItsChunk_withoutTheWaitForASlot() {
        try (Compacting compacting = new Compacting(Decision.OVERSIZE, 6)) {
            compacting.summarizing.onChunk = (chunk, attempt) ->
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            long begun = System.nanoTime();
            compacting.start(1).result();
            long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            assertThat(compacting.progress().cells()).hasSize(6).allMatch(cell -> cell.millis() > 100);
            // One at a time: their times do not overlap.
            assertThat(compacting.progress().cells().stream()
                            .mapToLong(Cell::millis)
                            .sum())
                    .isLessThanOrEqualTo(took + 500);
        }
    }

    @Test
    void goesOnWhereTheRunBeforeStopped() {
        try (Compacting compacting = watched(new Compacting(Decision.OVERSIZE, 250))) {
            Plan plan = FakeStore.plan(Decision.OVERSIZE, 250);
            compacting
                    .start(1, new Checkpoint(plan, 200, 200_000, new Written(200, 20_000)))
                    .result();
            assertThat(compacting.calls)
                    .startsWith("page from 200", "chunk 200")
                    .doesNotContain("plan", "chunk 199");
            Progress first = seen.get(0);
            assertThat(first.percent()).isEqualTo(Stage.CHUNKS.percent(0.8));
            assertThat(first.stage()).isEqualTo(Stage.CHUNKS);
            assertThat(first.chunksDone()).isEqualTo(200);
            assertThat(first.cells())
                    .filteredOn(cell -> cell.state() == CellState.DONE)
                    .hasSize(80);
            assertThat(seen).extracting(Progress::percent).isSorted();
            assertThat(compacting.progress().chunksDone()).isEqualTo(250);
        }
    }

    /** Looks at the progress from within every step. */
    private Compacting watched(Compacting compacting) {
        Runnable look = () -> seen.add(compacting.progress());
        compacting.store.whilePlanning = look;
        compacting.summarizing.onChunk = (chunk, attempt) -> look.run();
        compacting.summarizing.whileMerging = look;
        compacting.store.whileCommitting = look;
        return compacting;
    }
}
