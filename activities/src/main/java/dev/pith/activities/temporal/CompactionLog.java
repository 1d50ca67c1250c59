package dev.pith.activities.temporal;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs and counts the compactions of a worker: one line after planning, one at the end. Thread-safe. */
record CompactionLog(Database database) {

    private static final Logger LOG = LoggerFactory.getLogger(CompactionLog.class);

    void planned(CompactionRequest request, Plan plan) {
        LOG.info(
                "compaction {} of conversation {} begun: {}, {} tokens in {} chunk(s)",
                request.id(),
                request.conversation(),
                plan.decision(),
                plan.headTokens(),
                plan.chunks());
    }

    CompactionResult ended(CompactionRequest request, CompactionResult result) {
        Duration age = age(request.id());
        CompactionMetrics.ended(request.spec().strategy(), result.outcome());
        CompactionMetrics.took(request.spec().strategy(), age);
        if (!LOG.isInfoEnabled()) {
            return result;
        }
        String line = String.format(
                Locale.ROOT,
                "compaction %s of conversation %s ended after %.1f s: %s, %d tokens before, %d after",
                request.id(),
                request.conversation(),
                age.toMillis() / 1000.0,
                result.outcome(),
                result.tokensBefore(),
                result.tokensAfter());
        if (result.outcome() == Outcome.FAILED) {
            LOG.warn("{}: {}", line, result.error());
        } else {
            LOG.info(line);
        }
        return result;
    }

    private Duration age(String compaction) {
        return database.table(Compactions.class)
                .find(compaction)
                .map(Compaction::started)
                .map(started -> Duration.between(started, Instant.now()))
                .orElse(Duration.ZERO);
    }
}
