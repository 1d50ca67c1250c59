package dev.pith.workflows.compaction;

import dev.pith.workflows.compaction.Progress.Cell;
import dev.pith.workflows.compaction.Progress.CellState;
import dev.pith.workflows.model.Rung;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds the answer to the progress query, and copies it to the workflow's current details. */
final class ProgressTracker {

    private static final int MAX_CELLS = 100;

    private final String compaction;
    private final List<Cell> cells = new ArrayList<>();
    private Stage stage = Stage.LOAD;
    private final Map<Integer, Long> started = new TreeMap<>();
    private boolean waitsForWorker;
    private int percent = Stage.LOAD.percent(0);
    private @Nullable Plan plan;
    private int chunksDone;
    private long tokensDone;
    private long tokensAfter;
    private @Nullable Outcome outcome;
    private @Nullable String lastError;

    ProgressTracker(String compaction) {
        this.compaction = compaction;
    }

    void planned(Plan decided, int alreadyDone, long tokensAlreadyDone) {
        plan = decided;
        chunksDone = alreadyDone;
        tokensDone = tokensAlreadyDone;
        for (int cell = 0; cell < Math.min(MAX_CELLS, decided.chunks()); cell++) {
            boolean done = lastChunkOf(cell, decided.chunks()) < alreadyDone;
            cells.add(new Cell(done ? CellState.DONE : CellState.WAITING, null, 0));
        }
        move(Stage.STRATEGY, 1);
        if (alreadyDone > 0) {
            moveByChunks(decided);
        }
    }

    /** Marks a chunk as running. Its time counts from the first of its parts: until then it waits for a slot. */
    void chunkStarted(ChunkRef chunk) {
        started.putIfAbsent(chunk.index(), Workflow.currentTimeMillis());
        show(chunk, CellState.RUNNING, null, 0);
    }

    /** Marks a chunk as done, with all parts that it was split into. */
    void chunkDone(ChunkRef chunk, Rung rung) {
        chunksDone++;
        waitsForWorker = false;
        Long since = started.remove(chunk.index());
        show(chunk, CellState.DONE, rung, since == null ? 0 : Workflow.currentTimeMillis() - since);
        Workflow.setCurrentDetails(details());
    }

    /** Adds the tokens of a summarized chunk, or of a part of one. */
    void tokensDone(long tokens) {
        tokensDone += tokens;
        Plan known = Objects.requireNonNull(plan);
        if (known.decision() != Decision.SINGLE_PASS) {
            moveByChunks(known);
        }
    }

    private void moveByChunks(Plan known) {
        move(Stage.CHUNKS, known.headTokens() == 0 ? 1 : (double) tokensDone / known.headTokens());
    }

    void move(Stage next, double share) {
        stage = next;
        waitsForWorker = false;
        percent = Math.max(percent, next.percent(share));
        Workflow.setCurrentDetails(details());
    }

    /** Shows that no worker takes the model's work, until {@link #goOn} or any progress. */
    void waitForWorker() {
        waitsForWorker = true;
        Workflow.setCurrentDetails(details());
    }

    void goOn() {
        waitsForWorker = false;
        Workflow.setCurrentDetails(details());
    }

    private Stage shownStage() {
        return waitsForWorker ? Stage.WAITING_FOR_WORKER : stage;
    }

    void error(String message) {
        lastError = message;
        Workflow.setCurrentDetails(details());
    }

    /** Records the end. An incomplete compaction keeps its stage and percentage. */
    void ended(CompactionResult result) {
        outcome = result.outcome();
        tokensAfter = result.tokensAfter();
        if (result.outcome().isComplete()) {
            move(Stage.COMPLETE, 1);
        } else {
            waitsForWorker = false;
            Workflow.setCurrentDetails(details());
        }
    }

    long tokensDone() {
        return tokensDone;
    }

    Progress snapshot() {
        return new Progress(
                compaction,
                shownStage(),
                percent,
                plan == null ? null : plan.decision(),
                chunksDone,
                plan == null ? 0 : plan.chunks(),
                List.copyOf(cells),
                plan == null ? 0 : plan.tokensBefore(),
                tokensAfter,
                outcome,
                lastError);
    }

    private void show(ChunkRef chunk, CellState state, @Nullable Rung rung, long millis) {
        int chunks = Objects.requireNonNull(plan).chunks();
        int index = (int) ((long) chunk.index() * cells.size() / chunks);
        Cell cell = cells.get(index);
        boolean last = chunk.index() == lastChunkOf(index, chunks);
        CellState shown = state == CellState.DONE && !last ? CellState.RUNNING : state;
        if (cell.state() != CellState.DONE) {
            cells.set(index, new Cell(shown, rung == null ? cell.rung() : rung, cell.millis() + millis));
        }
    }

    private static int lastChunkOf(int cell, int chunks) {
        int size = Math.min(MAX_CELLS, chunks);
        return (int) (((long) (cell + 1) * chunks + size - 1) / size) - 1;
    }

    private String details() {
        StringBuilder text = new StringBuilder("**")
                .append(shownStage())
                .append("** ")
                .append(percent)
                .append(" %");
        if (plan != null) {
            text.append("\n\n").append(plan.decision());
            text.append(", chunks ").append(chunksDone).append(" of ").append(plan.chunks());
            text.append(", ").append(plan.tokensBefore()).append(" tokens before");
        }
        if (outcome != null) {
            text.append("\n\n").append(outcome).append(", ").append(tokensAfter).append(" tokens after");
        }
        if (lastError != null) {
            text.append("\n\nLast error: ").append(lastError);
        }
        return text.toString();
    }
}
