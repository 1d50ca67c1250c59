package dev.pith.starter.web.route;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 * The body of a request to start a backfill.
 *
 * @param name null for one derived from the request
 * @param paths files and folders on the server's machine; empty for what is stored
 * @param limit the most conversations; null without a limit
 * @param maxInFlight how many are worked on at the same time; null for twice what the model serves
 * @param maxCost the most that the calls of the whole backfill may cost; null without a limit
 * @param maxTokens the most tokens sent and received; null without a limit
 */
record BackfillBody(
        @Nullable String name,
        List<String> paths,
        Chosen select,
        Written compaction,
        @Nullable Long limit,
        @Nullable Integer maxInFlight,
        @Nullable BigDecimal maxCost,
        @Nullable Long maxTokens) {

    private static final int MOST_PATHS = 100;

    @JsonCreator
    BackfillBody(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("paths") @Nullable List<@Nullable String> paths,
            @JsonProperty("select") @Nullable Chosen select,
            @JsonProperty("compaction") @Nullable Written compaction,
            @JsonProperty("limit") @Nullable Long limit,
            @JsonProperty("maxInFlight") @Nullable Integer maxInFlight,
            @JsonProperty("maxCost") @Nullable BigDecimal maxCost,
            @JsonProperty("maxTokens") @Nullable Long maxTokens) {
        if (paths != null && (paths.size() > MOST_PATHS || paths.stream().anyMatch(Objects::isNull))) {
            throw new IllegalArgumentException("paths must be up to " + MOST_PATHS + " texts");
        }
        this.name = name;
        this.paths = paths == null
                ? List.of()
                : paths.stream().map(Objects::requireNonNull).toList();
        this.select = select == null ? Chosen.ALL : select;
        this.compaction = compaction == null ? Written.CONFIGURED : compaction;
        this.limit = limit;
        this.maxInFlight = maxInFlight;
        this.maxCost = maxCost;
        this.maxTokens = maxTokens;
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

        static final Chosen ALL = new Chosen(null, null, null, null, null, null, null);

        @JsonCreator
        Chosen(
                @JsonProperty("project") @Nullable String project,
                @JsonProperty("source") @Nullable String source,
                @JsonProperty("since") @Nullable String since,
                @JsonProperty("until") @Nullable String until,
                @JsonProperty("idle") @Nullable String idle,
                @JsonProperty("match") @Nullable String match,
                @JsonProperty("subagents") @Nullable Boolean subagents) {
            this.project = project;
            this.source = source;
            this.since = since;
            this.until = until;
            this.idle = idle;
            this.match = match;
            this.subagents = subagents;
        }

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
            Strategy strategy,
            @Nullable Integer after,
            @Nullable String focus,
            FlushMode flush,
            @Nullable String model,
            @Nullable OnModelFailure onModelFailure,
            boolean fresh) {

        static final Written CONFIGURED = new Written(null, null, null, null, null, null, null);

        @JsonCreator
        Written(
                @JsonProperty("strategy") @Nullable Strategy strategy,
                @JsonProperty("after") @Nullable Integer after,
                @JsonProperty("focus") @Nullable String focus,
                @JsonProperty("flush") @Nullable FlushMode flush,
                @JsonProperty("model") @Nullable String model,
                @JsonProperty("onModelFailure") @Nullable OnModelFailure onModelFailure,
                @JsonProperty("fresh") @Nullable Boolean fresh) {
            this(
                    strategy == null ? Strategy.GIST : strategy,
                    after,
                    focus,
                    flush == null ? FlushMode.BACKGROUND : flush,
                    model == null || model.isBlank() ? null : model,
                    onModelFailure,
                    Boolean.TRUE.equals(fresh));
        }
    }

    /** Returns which conversations are taken. */
    Selection selection() {
        if (!paths.isEmpty()) {
            SessionFiles.requireGlob(select.match());
        }
        return new Selection(
                select.project(),
                select.source(),
                Chosen.moment("since", select.since()),
                Chosen.moment("until", select.until()),
                select.idleSeconds(),
                select.match(),
                Boolean.TRUE.equals(select.subagents()));
    }

    /** Returns how they are compacted. */
    BackfillChoice choice() {
        return new BackfillChoice(
                compaction.strategy(),
                compaction.after(),
                compaction.focus(),
                compaction.flush(),
                limit,
                new ModelChoice(
                        compaction.model(), compaction.onModelFailure(), compaction.fresh(), maxCost, maxTokens));
    }
}
