package dev.pith.starter.cli.command;

import dev.pith.activities.compaction.PreviewApplier;
import dev.pith.activities.search.SearchIndexException;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.activities.undo.RedoService;
import dev.pith.activities.undo.UndoService;
import dev.pith.starter.config.ConfigurationException;
import dev.pith.starter.engine.BackfillClient;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.ElsewhereException;
import dev.pith.starter.engine.Outage;
import dev.pith.starter.engine.ScheduleRefusedException;
import dev.pith.starter.engine.UnreachableException;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.runtime.RuntimeProblem;

/**
 * How an exception is reported to the user.
 *
 * @param code the exit code
 * @param words one line: the thing, the rule, the cure
 * @param unexpected whether it is a defect of Pith
 */
public record Failure(ExitCode code, String words, boolean unexpected) {

    /** Returns how this exception is reported. */
    public static Failure of(Throwable thrown) {
        ExitCode code = exitCode(thrown);
        if (code != ExitCode.FAILED || isKnown(thrown)) {
            return new Failure(code, String.valueOf(thrown.getMessage()), false);
        }
        return Outage.words(thrown)
                .map(words -> new Failure(ExitCode.UNREACHABLE, words, false))
                .orElseGet(
                        () -> new Failure(code, thrown.getClass().getSimpleName() + ": " + thrown.getMessage(), true));
    }

    private static ExitCode exitCode(Throwable thrown) {
        if (thrown instanceof CommandProblem problem) {
            return problem.exitCode();
        }
        if (thrown instanceof ConfigurationException
                || thrown instanceof NotAConversationException
                || thrown instanceof UnknownConversationException
                || thrown instanceof ScheduleRefusedException) {
            return ExitCode.USAGE;
        }
        return thrown instanceof UnreachableException || thrown instanceof RuntimeProblem
                ? ExitCode.UNREACHABLE
                : ExitCode.FAILED;
    }

    private static boolean isKnown(Throwable thrown) {
        return thrown instanceof CommandProblem
                || thrown instanceof UndoService.NotUndoneException
                || thrown instanceof RedoService.NotRedoneException
                || thrown instanceof SearchIndexException
                || thrown instanceof PreviewApplier.NotAppliedException
                || thrown instanceof CompactionClient.DifferentRequestException
                || thrown instanceof ElsewhereException
                || thrown instanceof BackfillClient.DifferentBackfillException;
    }
}
