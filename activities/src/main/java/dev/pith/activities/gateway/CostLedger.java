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
 * The cost ledger of one endpoint: what a call may take is written down before it begins, and what it took when it has
 * ended. Limits hold before the call that would pass them, parallel calls included. Thread-safe.
 */
final class CostLedger {

    private final Database database;
    private final ModelProfile profile;

    CostLedger(Database database, ModelProfile profile) {
        this.database = database;
        this.profile = profile;
    }

    /** Writes down that the call of a permit begins, and which; refuses it where it might pass a limit. */
    long begin(ModelTask question, CallPermit callPermit) {
        Usage most = most(question);
        CallRow row = new CallRow(
                question.conversation(),
                question.compaction(),
                question.purpose(),
                question.work(),
                profile.endpoint(),
                profile.name(),
                profile.model(),
                most.promptTokens(),
                most.completionTokens(),
                cost(most),
                question.redacted());
        return database.transact(handle -> {
            if (question.use().limited()) {
                check(handle, question, row);
            }
            handle.attach(Providers.class).begun(callPermit.endpoint(), callPermit.holder());
            return handle.attach(ModelCalls.class).begin(row);
        });
    }

    private static void check(Handle handle, ModelTask question, CallRow row) {
        ModelUse use = question.use();
        // Held until the row is written, so that of two calls that would pass the limit together one sees the other.
        handle.attach(Compactions.class).lock(question.compaction());
        Spent spent = handle.attach(ModelCalls.class).spent(question.compaction());
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

    /** What an answered call took. */
    CallEnd answered(Verdict verdict, ModelReply reply, long millis) {
        return end(
                verdict.name(), reply.usage(), millis, verdict == Verdict.FIT ? null : UnfitReason.of(verdict, reply));
    }

    /**
     * What a call took that brought no answer. Where one may have begun, it is what was seen of it, or where nobody could
     * see it, what was reserved; a server that failed before may have read; what was refused, or never left, took nothing.
     */
    CallEnd unanswered(ModelTask question, String outcome, ModelFailure failure, long millis) {
        if (failure.begun()) {
            return end(outcome, used(question, failure.used()), millis, failure);
        }
        if (failure.kind() == ModelFailure.Kind.TRANSPORT && failure.status() > 0) {
            return end(outcome, new Usage(question.promptTokens(), 0, 0, true), millis, failure);
        }
        return new CallEnd(outcome, 0, 0, 0, false, BigDecimal.ZERO, millis, failure.getMessage());
    }

    private CallEnd end(String outcome, Usage usage, long millis, ModelFailure failure) {
        return end(outcome, usage, millis, failure.getMessage());
    }

    private CallEnd end(String outcome, Usage usage, long millis, @Nullable String error) {
        return new CallEnd(
                outcome,
                usage.promptTokens(),
                usage.completionTokens(),
                usage.cachedTokens(),
                usage.estimated(),
                cost(usage),
                millis,
                error);
    }

    /** The prompt takes what was reckoned for it, unless the endpoint tells. */
    private static Usage used(ModelTask question, @Nullable Usage seen) {
        if (seen == null) {
            return most(question);
        }
        long prompt = seen.estimated() ? Math.max(seen.promptTokens(), question.promptTokens()) : seen.promptTokens();
        return new Usage(prompt, seen.completionTokens(), seen.cachedTokens(), seen.estimated());
    }

    private static Usage most(ModelTask question) {
        return new Usage(question.promptTokens(), question.request().maxTokens(), 0, true);
    }

    private @Nullable BigDecimal cost(Usage usage) {
        return profile.prices() == null ? null : profile.prices().cost(usage);
    }
}
