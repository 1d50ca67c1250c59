package dev.pith.starter.cli.compaction;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.config.Settings;
import dev.pith.starter.requesting.StrategyChoice;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose a strategy and its target. */
public final class StrategyOptions {

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            description = "rolling: one summary replaces all but the last messages. layered: summaries of parts, which"
                    + " are condensed level by level where the target requires it. prune: long results of tools become"
                    + " one line each, no summary is written. gist: a few sentences beside the conversation, by which"
                    + " it is found again; they replace nothing (default: the setting strategy).")
    private @Nullable Strategy strategy;

    @Option(
            names = "--after",
            paramLabel = "N",
            description = "With --strategy gist: renew a gist once so many messages came after it (default: 20).")
    private @Nullable Integer after;

    @Option(
            names = "--target-tokens",
            paramLabel = "N",
            description = "The largest size in tokens: of the summary with rolling and gist, of the whole context with"
                    + " layered and prune.")
    private @Nullable Integer targetTokens;

    @Option(
            names = "--target-ratio",
            paramLabel = "R",
            description = "With layered and prune: the largest size of the context as a share of the present one, such"
                    + " as 0.3.")
    private @Nullable Double targetRatio;

    void check(Settings settings) {
        StrategyChoice choice = choice();
        Strategy chosen = choice.in(settings);
        if (after != null && chosen != Strategy.GIST) {
            throw CommandProblem.usage("--after says when a gist is renewed: add --strategy gist, or leave it out");
        }
        if (choice.hasIdleRatio(settings)) {
            throw CommandProblem.usage("--target-ratio is a share of the whole context, which --strategy "
                    + chosen.name().toLowerCase(Locale.ROOT)
                    + " does not aim at: add --strategy layered or prune, or leave it out");
        }
        if (targetRatio != null && targetTokens != null) {
            throw CommandProblem.usage("--target-tokens and --target-ratio are both targets: give one of them");
        }
    }

    /**
     * Returns the spec with the strategy.
     *
     * @param spec a spec of ROLLING without a target
     * @throws IllegalArgumentException if an option is out of its range
     */
    CompactionSpec applied(CompactionSpec spec, Settings settings) {
        return choice().applied(spec, settings);
    }

    /** Refuses what an automatic compaction decides itself. */
    void requireAutomatic() {
        if (strategy == Strategy.GIST) {
            throw CommandProblem.usage("--if-needed makes a context shorter, and a gist replaces nothing: choose"
                    + " another --strategy, or leave --if-needed out");
        }
        if (targetTokens != null || targetRatio != null) {
            throw CommandProblem.usage("--if-needed sets its own target, below the threshold: leave --target-tokens and"
                    + " --target-ratio out, or leave --if-needed out");
        }
    }

    private StrategyChoice choice() {
        return new StrategyChoice(strategy, after, targetTokens, targetRatio);
    }
}
