package dev.pith.benchmarks;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.intake.ConversationIntake;
import dev.pith.activities.intake.Receipt;
import dev.pith.activities.memory.Flushes;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Priorities;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillProgress;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.BackfillWorkflow;
import dev.pith.workflows.backfill.ItemOutcome;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.ModelUse;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Backfills of generated conversations, all different. */
final class Backfilled {

    private static final long CHARACTERS = 10_000;
    private static final int AT_ONCE = 500;

    private final Bench bench;
    private final String queue;
    private final WorkflowClient client;
    private long seed;

    Backfilled(Bench bench) {
        this.bench = bench;
        this.queue = TaskQueues.workflows(bench.database().storeId());
        this.client = bench.engine().temporal().client();
    }

    /** Stores so many conversations that never were before; answers with their ids. */
    List<String> conversations(int number) throws IOException, NotAConversationException {
        List<String> ids = new ArrayList<>();
        Path folder = Files.createTempDirectory("pith-bench-");
        try {
            while (ids.size() < number) {
                try (ConversationIntake intake = new ConversationIntake(bench.database())) {
                    for (int left = Math.min(AT_ONCE, number - ids.size()); left > 0; left--) {
                        // A file's path names its conversation.
                        Path file = folder.resolve(++seed + ".jsonl");
                        new GeneratedDialogue(seed).write(file, CHARACTERS);
                        new SourceReader().read(file, intake, new ImportOptions(false, null));
                    }
                    intake.finish().stream().map(Receipt::conversation).forEach(ids::add);
                }
            }
        } finally {
            Bench.delete(folder);
        }
        return ids;
    }

    /** What the command line asks for: gists, by a model or without. */
    static CompactionSpec gists(@Nullable ModelUse model, FlushMode flush) {
        return new CompactionSpec(Strategy.ROLLING, null, null, model, 1, Sizes.defaults())
                .flushed(flush)
                .gist(GistSpec.defaults());
    }

    /** Starts one over everything that is stored. */
    void start(String name, CompactionSpec compaction, int inFlight) {
        BackfillSpec spec = new BackfillSpec(compaction, Selection.ALL, null, null, null, null, null);
        BackfillRequest request = new BackfillRequest(OpaqueId.next(), name, spec, Taking.ALL, inFlight);
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(name))
                .setTaskQueue(queue)
                .setPriority(Priorities.BACKGROUND)
                .build();
        WorkflowClient.start(client.newWorkflowStub(BackfillWorkflow.class, options)::run, request, null);
    }

    /** Waits for the end of one, which must have done so many well. */
    void ended(String name, long compacted) {
        BackfillProgress progress =
                client.newUntypedWorkflowStub(workflowId(name)).getResult(BackfillProgress.class);
        List<?> open = bench.database().table(Flushes.class).open(null);
        if (progress.outcomes().getOrDefault(ItemOutcome.COMPACTED, 0L) != compacted || !open.isEmpty()) {
            throw new IllegalStateException(progress + ", " + open.size() + " ranges not flushed");
        }
    }

    String workflowId(String name) {
        return WorkflowIds.backfill(queue, name);
    }

    /** What Temporal keeps of the work on a conversation. */
    List<String> workflowIds(String conversation) {
        return List.of(
                Strategy.GIST.workflowId(bench.database().storeId(), conversation),
                WorkflowIds.flush(queue, conversation));
    }
}
