package dev.pith.starter.cli.backfill;

import dev.pith.starter.backfill.SessionFiles;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.Since;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.model.ModelOptions;
import dev.pith.starter.config.Durations;
import dev.pith.starter.config.Settings;
import dev.pith.starter.requesting.BackfillChoice;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.model.ModelUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that select the conversations of a backfill and how they are compacted. */
final class BackfillOptions {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name of the backfill; the same name with the same request continues it (default:"
                    + " derived from the request).")
    private @Nullable String name;

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            description =
                    "gist: a few sentences beside each conversation. rolling, layered, prune: each is compacted, see"
                            + " pith compact (default: gist).")
    private Strategy strategy = Strategy.GIST;

    @Option(
            names = "--after",
            paramLabel = "N",
            description = "With --strategy gist: renew a gist once so many messages came after it (default: 20).")
    private @Nullable Integer after;

    @Option(names = "--focus", paramLabel = "TEXT", description = "What the summaries must keep, in your words.")
    private @Nullable String focus;

    @Option(
            names = "--flush",
            paramLabel = "MODE",
            description = "When memories are written. background: in workflows of their own. off: with a later flush"
                    + " (default: background).")
    private FlushMode flush = FlushMode.BACKGROUND;

    @Option(names = "--project", paramLabel = "PATH", description = "Only of this working directory or one below it.")
    private @Nullable Path project;

    @Option(names = "--source", paramLabel = "NAME", description = "Only of this program, such as claude-code.")
    private @Nullable String source;

    @Option(
            names = "--since",
            paramLabel = "DATE|DURATION",
            description = "Only with a message since: a date (2026-01-31), or a time ago (90m, 24h, 7d, 4w).")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE|DURATION", description = "Only with no message since.")
    private @Nullable String until;

    @Option(
            names = "--idle",
            paramLabel = "DURATION",
            description = "Only conversations without a message for so long, such as 12h.")
    private @Nullable String idle;

    @Option(
            names = "--match",
            paramLabel = "GLOB",
            description =
                    "Only files whose path or name matches; without PATH, only conversations whose own id, title or"
                            + " project does.")
    private @Nullable String match;

    @Option(names = "--subagents", description = "Take the conversations of subagents too.")
    private boolean subagents;

    @Option(names = "--limit", paramLabel = "N", description = "Begin at most so many; those up to date do not count.")
    private @Nullable Long limit;

    @Option(
            names = "--max-in-flight",
            paramLabel = "N",
            description = "Conversations worked on at the same time, 1 to 500 (default: twice what the model serves, at"
                    + " least 8).")
    private @Nullable Integer maxInFlight;

    @Mixin
    private ModelOptions model = new ModelOptions();

    /** Returns the specification of the backfill. */
    BackfillSpec spec(Settings settings, List<Path> paths, Terminal terminal) {
        if (after != null && strategy != Strategy.GIST) {
            throw CommandProblem.usage("--after says when a gist is renewed: use --strategy gist, or leave it out");
        }
        try {
            ModelUse use = model.useOfBackfill(settings, terminal);
            return new BackfillChoice(strategy, after, focus, flush, limit, model.choice())
                    .spec(selection(paths), paths, use, settings);
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandProblem.usage(e.getMessage() + " does not exist or cannot be read");
        }
    }

    /**
     * Returns the given name, or else a name derived from the specification, so that the same request gets the same
     * name.
     */
    String name(BackfillSpec spec) {
        return name != null ? name : BackfillChoice.name(spec);
    }

    @Nullable
    String match() {
        return match;
    }

    /** Returns how many conversations are in flight at the same time. */
    int maxInFlight(Settings settings) {
        return maxInFlight != null
                ? maxInFlight
                : BackfillChoice.inFlight(model.calls(settings).orElse(0));
    }

    ModelOptions model() {
        return model;
    }

    /** Rejects an invalid name or in-flight limit with a usage problem. */
    void requirePossible(BackfillSpec spec, Settings settings) {
        try {
            new BackfillRequest("", name(spec), spec, Taking.ALL, maxInFlight(settings));
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }

    private Selection selection(List<Path> paths) {
        if (match != null && !paths.isEmpty()) {
            requireGlob();
        }
        return new Selection(
                project == null ? null : project.toAbsolutePath().normalize().toString(),
                source,
                since == null ? null : Since.moment("--since", since),
                until == null ? null : Since.moment("--until", until),
                idleSeconds(),
                match,
                subagents);
    }

    private void requireGlob() {
        try {
            SessionFiles.requireGlob(match);
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage("--" + e.getMessage());
        }
    }

    private long idleSeconds() {
        return idle == null
                ? 0
                : Durations.of(idle)
                        .orElseThrow(() -> CommandProblem.usage("--idle is \"" + idle + "\", " + Durations.RULE))
                        .toSeconds();
    }
}
