package dev.pith.starter.tracing;

import dev.pith.workflows.compaction.Attempted;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.CondenseTask;
import dev.pith.workflows.compaction.MergeTask;
import dev.pith.workflows.compaction.Planned;
import dev.pith.workflows.flush.Extracted;
import dev.pith.workflows.flush.FlushRange;
import dev.pith.workflows.flush.FlushTask;
import dev.pith.workflows.model.Step;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an activity works on, told by its first argument.
 *
 * @param compaction the compaction; null for a flush that was asked for by hand
 * @param attributes ids and numbers for its span
 */
record TracedActivity(@Nullable String compaction, String conversation, Attributes attributes) {

    /** Returns what an activity works on; empty if it serves no single compaction or flush. */
    static Optional<TracedActivity> of(@Nullable Object... arguments) {
        Object first = arguments.length == 0 ? null : arguments[0];
        if (first instanceof CompactionRequest request) {
            return Optional.of(of(request, Attributes.builder()));
        }
        if (first instanceof ChunkTask task) {
            return Optional.of(of(task.request(), at(task.step()).put(TraceKeys.CHUNK, (long)
                    task.chunk().index())));
        }
        if (first instanceof MergeTask task) {
            return Optional.of(of(task.request(), at(task.step())));
        }
        if (first instanceof CondenseTask task) {
            return Optional.of(of(task.request(), at(task.step())));
        }
        if (first instanceof FlushTask task) {
            return Optional.of(of(task.range(), at(task.step())));
        }
        return first instanceof FlushRange range ? Optional.of(of(range, Attributes.builder())) : Optional.empty();
    }

    /** Returns what the result of an activity says. */
    static Attributes result(@Nullable Object result) {
        AttributesBuilder said = Attributes.builder();
        if (result instanceof Planned planned) {
            said.put(TraceKeys.DECISION, label(planned.plan().decision()));
        } else if (result instanceof Attempted attempted) {
            said.put(TraceKeys.VERDICT, label(attempted.verdict())).put(TraceKeys.REUSED, attempted.reused());
        } else if (result instanceof Extracted extracted) {
            said.put(TraceKeys.VERDICT, label(extracted.verdict()));
        } else if (result instanceof CompactionResult ended) {
            said.put(TraceKeys.OUTCOME, label(ended.outcome()));
        }
        return said.build();
    }

    /** Returns a constant as metrics and the API write it. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static TracedActivity of(CompactionRequest request, AttributesBuilder more) {
        return of(request.id(), request.conversation(), more);
    }

    private static TracedActivity of(FlushRange range, AttributesBuilder more) {
        return of(range.compaction(), range.conversation(), more);
    }

    private static TracedActivity of(@Nullable String compaction, String conversation, AttributesBuilder more) {
        more.put(TraceKeys.CONVERSATION, conversation);
        if (compaction != null) {
            more.put(TraceKeys.COMPACTION, compaction);
        }
        return new TracedActivity(compaction, conversation, more.build());
    }

    private static AttributesBuilder at(Step step) {
        return Attributes.builder().put(TraceKeys.RUNG, label(step.rung()));
    }
}
