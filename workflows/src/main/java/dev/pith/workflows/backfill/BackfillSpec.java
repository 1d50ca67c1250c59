package dev.pith.workflows.backfill;

import dev.pith.workflows.Differences;
import dev.pith.workflows.compaction.CompactionSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a backfill is requested to do. Equal specs request the same.
 *
 * @param compaction the compaction of each conversation; never a preview
 * @param files identifies the files to import; null if only stored conversations are taken
 * @param limit the most conversations to start, without those that are up to date; null for no limit
 * @param maxCost the limit on the cost of the whole run, in the currency of the profile's prices; null for no limit
 * @param maxTokens the limit on the tokens sent and received by the whole run; null for no limit
 * @param rates the prices of tokens; required with {@code maxCost}, else null
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

    /** Returns whether spending has a limit. */
    public boolean limited() {
        return maxCost != null || maxTokens != null;
    }

    /** Describes the differences to another spec, for users; empty if the two are equal. */
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
        Differences.add(differences, "exceptions", selection.except(), other.selection.except());
        Differences.add(differences, "limit", limit, other.limit);
        Differences.add(differences, "maximum cost", maxCost, other.maxCost);
        Differences.add(differences, "maximum tokens", maxTokens, other.maxTokens);
        Differences.add(differences, "prices", rates, other.rates);
        return differences;
    }
}
