package dev.pith.starter.web.problem;

import dev.pith.activities.appending.DeletedConversationException;
import dev.pith.activities.compaction.PreviewApplier;
import dev.pith.activities.search.EmptyQueryException;
import dev.pith.activities.search.SearchIndexException;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.activities.undo.RedoService;
import dev.pith.activities.undo.UndoService;
import dev.pith.starter.config.ConfigurationException;
import dev.pith.starter.engine.BackfillClient;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.ElsewhereException;
import dev.pith.starter.engine.Outage;
import dev.pith.starter.engine.UnreachableException;
import dev.pith.starter.runtime.RuntimeProblem;

/** Turns exceptions into problems: what the sender can mend is told, a defect is only named. */
public final class Problems {

    private Problems() {}

    /** Returns the problem of an exception. */
    public static Problem of(Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown instanceof UnknownConversationException) {
            return told(ProblemKind.NOT_FOUND, thrown);
        }
        if (thrown instanceof UndoService.NotUndoneException
                || thrown instanceof RedoService.NotRedoneException
                || thrown instanceof PreviewApplier.NotAppliedException
                || thrown instanceof CompactionClient.DifferentRequestException
                || thrown instanceof BackfillClient.DifferentBackfillException
                || thrown instanceof ElsewhereException) {
            return told(ProblemKind.CONFLICT, thrown);
        }
        if (thrown instanceof DeletedConversationException) {
            return told(ProblemKind.GONE, thrown);
        }
        if (thrown instanceof EmptyQueryException) {
            return told(ProblemKind.INVALID, thrown);
        }
        if (thrown instanceof UnreachableException
                || thrown instanceof RuntimeProblem
                || thrown instanceof SearchIndexException) {
            return told(ProblemKind.UNAVAILABLE, thrown);
        }
        if (thrown instanceof ConfigurationException) {
            return Problem.because(
                    ProblemKind.UNAVAILABLE, "the configuration of this server is broken: its log says where", thrown);
        }
        return Outage.of(thrown)
                .map(outage -> Problem.because(
                        ProblemKind.UNAVAILABLE, outage.what() + ": what was stored stays; ask again later", thrown))
                .orElseGet(() -> Problem.because(
                        ProblemKind.INTERNAL,
                        "the request failed for a reason that the sender cannot mend: the server's log has it",
                        thrown));
    }

    private static Problem told(ProblemKind kind, Throwable thrown) {
        return Problem.because(kind, String.valueOf(thrown.getMessage()), thrown);
    }
}
