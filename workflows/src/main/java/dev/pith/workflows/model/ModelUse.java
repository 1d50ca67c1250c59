package dev.pith.workflows.model;

import dev.pith.workflows.Differences;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model of a compaction and its limits. Only workers know its address and key.
 *
 * @param profile the name of its profile
 * @param endpoint the queue whose workers can call it, see {@link dev.pith.workflows.TaskQueues}
 * @param contextWindow the context window in tokens, prompt and reply together; at least 1000
 * @param maxOutput the most tokens of one reply, reasoning included; at least 100
 * @param callSeconds the timeout of one call
 * @param patienceSeconds the longest total wait for the endpoint
 * @param attempts the most failed calls, by server or network errors, for one text
 * @param onFailure what happens if the model writes no acceptable text
 * @param ledgerPercent the share of a summary for the ledger below the model's text, 0 to 50
 * @param fresh whether summaries, chunk summaries and replies of earlier compactions are ignored
 * @param maxCost the limit on cost, in the currency of the profile's prices; null for no limit
 * @param maxTokens the limit on tokens sent and received; null for no limit
 */
public record ModelUse(
        String profile,
        String endpoint,
        int contextWindow,
        int maxOutput,
        int callSeconds,
        int patienceSeconds,
        int attempts,
        OnModelFailure onFailure,
        int ledgerPercent,
        boolean fresh,
        @Nullable BigDecimal maxCost,
        @Nullable Long maxTokens) {

    public ModelUse {
        Objects.requireNonNull(onFailure, "onFailure");
        atLeast(1_000, contextWindow, "context window");
        atLeast(100, maxOutput, "output limit");
        atLeast(1, callSeconds, "seconds of a call");
        atLeast(0, patienceSeconds, "seconds of patience");
        atLeast(1, attempts, "attempts");
        if (ledgerPercent < 0 || ledgerPercent > 50) {
            throw new IllegalArgumentException("the ledger's percent is " + ledgerPercent + ", must be 0 to 50");
        }
        if (profile.isBlank() || endpoint.isBlank()) {
            throw new IllegalArgumentException("a model needs the name of its profile and its endpoint");
        }
        if (maxCost != null && maxCost.signum() <= 0) {
            throw new IllegalArgumentException("maximum cost is " + maxCost + ", must be above 0");
        }
        if (maxTokens != null && maxTokens < 1) {
            throw new IllegalArgumentException("maximum tokens are " + maxTokens + ", must be above 0");
        }
    }

    /** Returns whether spending has a limit. */
    public boolean limited() {
        return maxCost != null || maxTokens != null;
    }

    /** Returns a copy without a ledger below the model's text. */
    public ModelUse withoutLedger() {
        return new ModelUse(
                profile,
                endpoint,
                contextWindow,
                maxOutput,
                callSeconds,
                patienceSeconds,
                attempts,
                onFailure,
                0,
                fresh,
                maxCost,
                maxTokens);
    }

    /** Returns a copy with another patience and failure mode, and without limits on spending. */
    public ModelUse patient(int seconds, OnModelFailure way) {
        return new ModelUse(
                profile,
                endpoint,
                contextWindow,
                maxOutput,
                callSeconds,
                seconds,
                attempts,
                way,
                ledgerPercent,
                fresh,
                null,
                null);
    }

    /** Returns the timeout of one call; null without a model. */
    public static @Nullable Duration callTime(@Nullable ModelUse model) {
        return model == null ? null : Duration.ofSeconds(model.callSeconds);
    }

    /** Adds the differences to another use of the same profile. */
    public void addDifferencesTo(ModelUse other, List<String> differences) {
        Differences.add(differences, "endpoint", endpoint, other.endpoint);
        Differences.add(differences, "context window", contextWindow, other.contextWindow);
        Differences.add(differences, "output limit", maxOutput, other.maxOutput);
        Differences.add(differences, "seconds of a call", callSeconds, other.callSeconds);
        Differences.add(differences, "patience in seconds", patienceSeconds, other.patienceSeconds);
        Differences.add(differences, "attempts", attempts, other.attempts);
        Differences.add(differences, "on model failure", onFailure, other.onFailure);
        Differences.add(differences, "percent of the ledger", ledgerPercent, other.ledgerPercent);
        Differences.add(differences, "fresh", fresh, other.fresh);
        Differences.add(differences, "maximum cost", maxCost, other.maxCost);
        Differences.add(differences, "maximum tokens", maxTokens, other.maxTokens);
    }

    private static void atLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException("the model's " + what + " is " + value + ", must be at least " + least);
        }
    }
}
