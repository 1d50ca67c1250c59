package dev.pith.starter.web.route;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.listing.ChunkCells;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.RequestJson;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.overview.Titles;
import dev.pith.starter.web.live.FeedSource;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.CellView;
import dev.pith.starter.web.view.CompactionView;
import dev.pith.starter.web.view.Json;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Progress;
import dev.pith.workflows.compaction.Stage;
import dev.pith.workflows.model.Rung;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads a compaction: what the store knows, and while it runs the progress that its workflow tells. Where no worker
 * answers, the progress comes from the store.
 */
record CompactionReading(Backend backend) {

    private static final int DONE = 100;

    /** Outcomes of a compaction that did not go through all of its steps. */
    private static final Set<Outcome> BROKEN_OFF =
            EnumSet.of(Outcome.OVER_BUDGET, Outcome.SUPERSEDED, Outcome.CANCELED, Outcome.INTERRUPTED, Outcome.FAILED);

    /** Returns a source that follows a compaction to its end. */
    FeedSource following(String id) {
        AtomicBoolean seen = new AtomicBoolean();
        return () -> {
            CompactionView view = seen.get() ? of(id) : present(id);
            seen.set(true);
            return new FeedSource.State(Json.treeWithoutNulls(view), view.outcome() != null);
        };
    }

    /** A compaction that was just started may have no row yet: that is no sign that it was deleted. */
    private CompactionView present(String id) {
        if (backend.database().table(Compactions.class).find(id).isEmpty()) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "the compaction waits for a worker to take its first step");
        }
        return of(id);
    }

    CompactionView of(String id) {
        Compaction compaction = backend.database()
                .table(Compactions.class)
                .find(id)
                .orElseThrow(() -> Problem.missing("compaction", id));
        Conversation conversation = backend.database()
                .table(Conversations.class)
                .find(compaction.conversation())
                .orElseThrow(() -> Problem.missing("conversation", compaction.conversation()));
        return of(compaction, Titles.of(conversation, backend.database()));
    }

    private CompactionView of(Compaction compaction, String title) {
        Optional<Progress> told = compaction.running() ? progress(compaction) : Optional.empty();
        boolean silent = compaction.running() && told.isEmpty();
        Map<String, CellView> cells = told.isPresent() ? cells(told.get()) : cells(compaction);
        int done = told.map(Progress::chunksDone)
                .orElseGet(() -> backend.database().table(Chunks.class).done(compaction.id()));
        CompactionSpec spec = RequestJson.spec(compaction);
        return new CompactionView(
                compaction.id(),
                compaction.conversation(),
                title,
                compaction.strategy(),
                Json.lower(compaction.state()),
                compaction.outcome(),
                told.map(Progress::decision).orElse(compaction.decision()),
                spec.preview(),
                compaction.stands(),
                compaction.degraded(),
                spec.model() == null ? null : spec.model().profile(),
                spec.focus(),
                compaction.tokensBefore(),
                compaction.tokensAfter(),
                compaction.fromVersion(),
                compaction.toVersion(),
                compaction.summary(),
                compaction.error(),
                compaction.started(),
                compaction.ended(),
                told.map(Progress::percent).orElse(isWhole(compaction) ? DONE : fromStore(compaction, done)),
                told.map(Progress::stage).orElse(silent ? Stage.CHUNKS : Stage.COMPLETE),
                told.map(Progress::chunksTotal).orElseGet(() -> chunks(compaction)),
                done,
                cells,
                told.map(Progress::lastError).orElse(null),
                silent ? note(compaction) : null,
                ui(compaction));
    }

    private Optional<Progress> progress(Compaction compaction) {
        if (!backend.engine().hasTemporal()
                || backend.engine().elsewhere().of(compaction).isPresent()) {
            return Optional.empty();
        }
        CompactionClient client = backend.engine().compactions();
        return client.progress(compaction.conversation(), compaction.strategy())
                .filter(progress -> progress.compaction().equals(compaction.id()))
                .map(client.trouble(client.request(compaction)));
    }

    private String note(Compaction compaction) {
        return backend.engine()
                .elsewhere()
                .of(compaction)
                .map(other -> "it runs on " + other + ": this is what the store knows")
                .orElse("no worker answers: this is what the store knows. The work goes on with the next worker");
    }

    private static Map<String, CellView> cells(Progress progress) {
        Map<String, CellView> cells = new LinkedHashMap<>();
        int index = 0;
        for (Progress.Cell cell : progress.cells()) {
            cells.put(String.valueOf(index++), new CellView(Json.lower(cell.state()), cell.rung(), cell.millis()));
        }
        return cells;
    }

    private Map<String, CellView> cells(Compaction compaction) {
        Map<String, CellView> cells = new LinkedHashMap<>();
        for (ChunkCells.Cell cell : backend.database().table(ChunkCells.class).of(compaction.id(), ChunkCells.MOST)) {
            String state = cell.done() == cell.chunks() ? "done" : unfinished(compaction);
            cells.put(String.valueOf(cell.index()), new CellView(state, rung(cell.rung()), cell.millis()));
        }
        return cells;
    }

    /** A chunk without a text failed if its compaction did; another end, such as a cancel, did not reach it. */
    private static String unfinished(Compaction compaction) {
        return compaction.outcome() == Outcome.FAILED ? "failed" : "waiting";
    }

    private static @Nullable Rung rung(@Nullable String stored) {
        return stored == null ? null : Rung.valueOf(stored);
    }

    /** Returns the number of chunks: a chunk that was too long for its model was split after the plan. */
    private int chunks(Compaction compaction) {
        int rows = backend.database().table(Chunks.class).count(compaction.id());
        return rows == 0 ? compaction.chunks() : rows;
    }

    private static boolean isWhole(Compaction compaction) {
        return compaction.outcome() != null && !BROKEN_OFF.contains(compaction.outcome());
    }

    private static int fromStore(Compaction compaction, int done) {
        return compaction.chunks() == 0
                ? Stage.LOAD.percent(0)
                : Stage.CHUNKS.percent((double) done / compaction.chunks());
    }

    private @Nullable String ui(Compaction compaction) {
        return backend.engine().hasTemporal()
                ? backend.engine()
                        .temporal()
                        .workflowUi(compaction
                                .strategy()
                                .workflowId(backend.database().storeId(), compaction.conversation()))
                        .orElse(null)
                : null;
    }
}
