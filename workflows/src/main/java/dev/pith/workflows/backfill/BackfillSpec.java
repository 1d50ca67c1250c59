package dev.pith.workflows.backfill;

import dev.pith.workflows.Differences;
import dev.pith.workflows.compaction.CompactionSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a backfill. Two equal specs ask for the same thing.
 *
 * @param compaction what becomes of each conversation; never a preview
 * @param files names the files that are imported on the way, in a way that tells other files apart; null where only what is
 *     stored is taken
 * @param limit how many conversations are begun at most; those that are up to date do not count
 * @param maxCost what all of it may spend, in the currency of the profile's prices
 * @param maxTokens how many tokens all of it may send and receive
 * @param rates what tokens cost; needed where the cost has a limit, else null
 */
public record BackfillSpec(
        CompactionSpec compaction,
        Selection selection,
        @Nullable String files,
        @Nullable Long limit,
        @Nullable BigDecimal maxCost,
        @Nullable Long maxTokens,
        @Nullable Rates rates) {

    public BackfillSpec {
        Objects.requireNonNull(compaction, "compaction");
        Objects.requireNonNull(selection, "selection");
        if (compaction.preview()) {
            throw new IllegalArgumentException("a backfill has nobody who would look at a preview: leave it out");
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", must be at least 1");
        }
        if (maxCost != null && maxCost.signum() <= 0) {
            throw new IllegalArgumentException("maximum cost is " + maxCost + ", must be above 0");
        }
        if (maxCost != null && rates == null) {
            throw new IllegalArgumentException("a maximum cost needs prices, and the model's profile has none: set"
                    + " input_price and output_price, or limit the tokens (--max-tokens)");
        }
        if (maxTokens != null && maxTokens < 1) {
            throw new IllegalArgumentException("maximum tokens are " + maxTokens + ", must be above 0");
        }
    }

    /** Whether spending has a limit. */
    public boolean limited() {
        return maxCost != null || maxTokens != null;
    }

    /** What another spec has otherwise, in words; empty where the two are equal. */
    public List<String> differencesTo(BackfillSpec other) {
        List<String> differences = new ArrayList<>(compaction.differencesTo(other.compaction));
        Differences.add(differences, "files", files, other.files);
        Differences.add(differences, "project", selection.project(), other.selection.project());
        Differences.add(differences, "source", selection.source(), other.selection.source());
        Differences.add(differences, "since", selection.since(), other.selection.since());
        Differences.add(differences, "until", selection.until(), other.selection.until());
        Differences.add(differences, "idle seconds", selection.idleSeconds(), other.selection.idleSeconds());
        Differences.add(differences, "match", selection.match(), other.selection.match());
        Differences.add(differences, "subagents", selection.subagents(), other.selection.subagents());
        Differences.add(differences, "limit", limit, other.limit);
        Differences.add(differences, "maximum cost", maxCost, other.maxCost);
        Differences.add(differences, "maximum tokens", maxTokens, other.maxTokens);
        Differences.add(differences, "prices", rates, other.rates);
        return differences;
    }
}
