package dev.pith.activities.gateway;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.Usage;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.Verdict;
import java.math.BigDecimal;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The cost ledger of one endpoint. Reserves the maximum cost before a call begins, and books the actual cost when it
 * has ended, so limits hold for parallel calls, too. Thread-safe.
 */
final class CostLedger {

    private final Database database;
    private final ModelProfile profile;
    private final CallMetrics metrics;

    CostLedger(Database database, ModelProfile profile) {
        this.database = database;
        this.profile = profile;
        this.metrics = new CallMetrics(profile.name());
    }

    /**
     * Reserves the maximum cost of a call and returns the id of its row.
     *
     * @throws ModelCallException of kind OVER_BUDGET if the call might exceed a limit
     */
    long begin(ModelTask task, CallPermit callPermit) {
        Usage most = most(task);
        CallRow row = new CallRow(
                task.conversation(),
                task.compaction(),
                task.purpose(),
                task.work(),
                profile.endpoint(),
                profile.name(),
                profile.model(),
                most.promptTokens(),
                most.completionTokens(),
                cost(most),
                task.redacted());
        return database.transact(handle -> {
            if (task.use().limited()) {
                check(handle, task, row);
            }
            handle.attach(Providers.class).begun(callPermit.endpoint(), callPermit.holder());
            return handle.attach(ModelCalls.class).begin(row);
        });
    }

    private static void check(Handle handle, ModelTask task, CallRow row) {
        ModelUse use = task.use();
        // Locked until the row is written, so that two calls that exceed the limit only together see each other.
        handle.attach(Compactions.class).lock(task.compaction());
        Spent spent = handle.attach(ModelCalls.class).spent(task.compaction());
        if (use.maxCost() != null) {
            checkCost(use, use.maxCost(), spent.cost(), row.cost());
        }
        long tokens = row.tokensIn() + row.tokensOut();
        if (use.maxTokens() != null && spent.tokens() + tokens > use.maxTokens()) {
            throw ModelCallException.of(
                    ModelCallException.Kind.OVER_BUDGET,
                    "the next call may take up to " + tokens + " tokens, " + spent.tokens() + " of " + use.maxTokens()
                            + " are spent or reserved");
        }
    }

    private static void checkCost(ModelUse use, BigDecimal most, BigDecimal spent, @Nullable BigDecimal next) {
        if (next == null) {
            throw ModelCallException.of(
                    ModelCallException.Kind.OVER_BUDGET,
                    "a maximum cost is set, but the prices of model profile " + use.profile()
                            + " are not known: set price_input and price_output, or limit tokens instead");
        }
        if (spent.add(next).compareTo(most) > 0) {
            throw ModelCallException.of(
                    ModelCallException.Kind.OVER_BUDGET,
                    "the next call may cost up to " + next.toPlainString() + ", " + spent.toPlainString() + " of "
                            + most.toPlainString() + " are spent or reserved");
        }
    }

    /** Returns the booking of an answered call, and counts it. */
    CallEnd answered(Verdict verdict, ModelReply reply, long millis) {
        return end(
                CallOutcome.of(verdict),
                reply.usage(),
                millis,
                verdict == Verdict.FIT ? null : UnfitReason.of(verdict, reply));
    }

    /**
     * Returns the booking of a call without an answer, and counts it. If an answer may have begun, books what was received, or else
     * what was reserved. If a server failed before, books the prompt, which it may have read. A refused or unsent call
     * costs nothing.
     */
    CallEnd unanswered(ModelTask task, CallOutcome outcome, ModelFailure failure, long millis) {
        if (failure.begun()) {
            return end(outcome, used(task, failure.used()), millis, failure);
        }
        if (failure.kind() == ModelFailure.Kind.TRANSPORT && failure.status() > 0) {
            return end(outcome, new Usage(task.promptTokens(), 0, 0, true), millis, failure);
        }
        return counted(new CallEnd(outcome, 0, 0, 0, false, BigDecimal.ZERO, millis, failure.getMessage()));
    }

    private CallEnd end(CallOutcome outcome, Usage usage, long millis, ModelFailure failure) {
        return end(outcome, usage, millis, failure.getMessage());
    }

    private CallEnd end(CallOutcome outcome, Usage usage, long millis, @Nullable String error) {
        return counted(new CallEnd(
                outcome,
                usage.promptTokens(),
                usage.completionTokens(),
                usage.cachedTokens(),
                usage.estimated(),
                cost(usage),
                millis,
                error));
    }

    private CallEnd counted(CallEnd end) {
        metrics.ended(end);
        return end;
    }

    /** Uses the estimate for the prompt unless the endpoint reported its tokens. */
    private static Usage used(ModelTask task, @Nullable Usage seen) {
        if (seen == null) {
            return most(task);
        }
        long prompt = seen.estimated() ? Math.max(seen.promptTokens(), task.promptTokens()) : seen.promptTokens();
        return new Usage(prompt, seen.completionTokens(), seen.cachedTokens(), seen.estimated());
    }

    private static Usage most(ModelTask task) {
        return new Usage(task.promptTokens(), task.request().maxTokens(), 0, true);
    }

    private @Nullable BigDecimal cost(Usage usage) {
        return profile.prices() == null ? null : profile.prices().cost(usage);
    }
}
