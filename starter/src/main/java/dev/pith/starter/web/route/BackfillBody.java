package dev.pith.starter.web.route;

import dev.pith.starter.backfill.SessionFiles;
import dev.pith.starter.config.Durations;
import dev.pith.starter.requesting.BackfillChoice;
import dev.pith.starter.requesting.ModelChoice;
import dev.pith.starter.requesting.Moments;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.backfill.Moment;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.model.OnModelFailure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to start or plan a backfill. What is left out is null.
 *
 * @param name null for one derived from the request
 * @param paths files and folders on the server's machine; null for what is stored
 * @param select which conversations are taken; null for all
 * @param compaction how each is compacted; null for gists as the settings say
 * @param limit the most conversations; null without a limit
 * @param maxInFlight how many are worked on at the same time; null for twice what the model serves
 * @param maxCost the most that the calls of the whole backfill may cost; null without a limit
 * @param maxTokens the most tokens sent and received; null without a limit
 */
record BackfillBody(
        @Nullable String name,
        @Nullable List<@Nullable String> paths,
        @Nullable Chosen select,
        @Nullable Written compaction,
        @Nullable Long limit,
        @Nullable Integer maxInFlight,
        @Nullable BigDecimal maxCost,
        @Nullable Long maxTokens) {

    private static final int MOST_PATHS = 100;

    BackfillBody {
        if (paths != null
                && (paths.isEmpty()
                        || paths.size() > MOST_PATHS
                        || paths.stream().anyMatch(Objects::isNull))) {
            throw new IllegalArgumentException(
                    "paths must be 1 to " + MOST_PATHS + " texts: leave them out for what is stored");
        }
    }

    /** Which conversations are taken. */
    record Chosen(
            @Nullable String project,
            @Nullable String source,
            @Nullable String since,
            @Nullable String until,
            @Nullable String idle,
            @Nullable String match,
            @Nullable Boolean subagents) {

        private static final Chosen ALL = new Chosen(null, null, null, null, null, null, null);

        private static @Nullable Moment moment(String field, @Nullable String text) {
            return text == null
                    ? null
                    : Moments.of(text)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(field + " is \"" + text + "\", " + Moments.RULE));
        }

        private long idleSeconds() {
            return idle == null
                    ? 0
                    : Durations.of(idle)
                            .orElseThrow(
                                    () -> new IllegalArgumentException("idle is \"" + idle + "\", " + Durations.RULE))
                            .toSeconds();
        }
    }

    /** How each is compacted. */
    record Written(
            @Nullable Strategy strategy,
            @Nullable Integer after,
            @Nullable String focus,
            @Nullable FlushMode flush,
            @Nullable String model,
            @Nullable OnModelFailure onModelFailure,
            @Nullable Boolean fresh) {

        private static final Written CONFIGURED = new Written(null, null, null, null, null, null, null);
    }

    /** Returns the paths; empty for what is stored. */
    List<String> files() {
        return paths == null
                ? List.of()
                : paths.stream().map(Objects::requireNonNull).toList();
    }

    /** Returns the glob that the files must match; null for all. */
    @Nullable
    String match() {
        return select == null ? null : select.match();
    }

    /** Returns which conversations are taken. */
    Selection selection() {
        Chosen chosen = Objects.requireNonNullElse(select, Chosen.ALL);
        if (!files().isEmpty()) {
            SessionFiles.requireGlob(chosen.match());
        }
        return new Selection(
                chosen.project(),
                chosen.source(),
                Chosen.moment("since", chosen.since()),
                Chosen.moment("until", chosen.until()),
                chosen.idleSeconds(),
                chosen.match(),
                Boolean.TRUE.equals(chosen.subagents()));
    }

    /** Returns how they are compacted. */
    BackfillChoice choice() {
        Written written = Objects.requireNonNullElse(compaction, Written.CONFIGURED);
        return new BackfillChoice(
                Objects.requireNonNullElse(written.strategy(), Strategy.GIST),
                written.after(),
                written.focus(),
                Objects.requireNonNullElse(written.flush(), FlushMode.BACKGROUND),
                limit,
                ModelChoice.asked(
                        written.model(),
                        written.onModelFailure(),
                        Boolean.TRUE.equals(written.fresh()),
                        maxCost,
                        maxTokens));
    }
}
