package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.gateway.ProviderState;
import dev.pith.activities.gateway.Providers;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.activities.planning.SummaryRoom;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.RequestJson;
import dev.pith.activities.store.RunState;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Plan;
import dev.pith.workflows.compaction.Planned;
import dev.pith.workflows.compaction.PlanningActivities;
import dev.pith.workflows.model.ModelUse;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Plans a compaction: pins context version and last message, chooses the head, cuts it into chunks, and stores the
 * plan. Thread-safe.
 */
public final class Planner {

    private final Database database;

    public Planner(Database database) {
        this.database = database;
    }

    /**
     * Returns the plan of a request; computes and stores it on the first call.
     *
     * @throws UnknownConversationException if the conversation is not stored
     */
    public Planned plan(CompactionRequest request) {
        return database.snapshot(handle -> {
            Compaction compaction =
                    handle.attach(Compactions.class).find(request.id()).orElseGet(() -> planAnew(handle, request));
            return new Planned(
                    plan(handle, request, compaction),
                    handle.attach(Chunks.class).page(request.id(), 0, PlanningActivities.PAGE));
        });
    }

    private Compaction planAnew(Handle handle, CompactionRequest request) {
        Conversation conversation = handle.attach(Conversations.class)
                .find(request.conversation())
                .orElseThrow(() -> new UnknownConversationException(request.conversation()));
        ContextVersion version = handle.attach(ContextVersions.class).current(conversation.id());
        int window = window(handle, request.spec().model());
        CompactionBase compactionBase = CompactionBase.of(handle, conversation, version, request.spec(), window);
        HeadPlan head =
                compactionBase.plan(StoredSizes.any(handle, version, conversation.messages()), request.spec(), window);
        Compaction planned = new Compaction(
                request.id(),
                conversation.id(),
                RequestJson.of(request.spec()),
                request.spec().strategy(),
                head.decision(),
                version.version(),
                null,
                conversation.gist(),
                compactionBase.basis(),
                head.mark(),
                head.isEmpty() ? null : head.headFrom(),
                head.isEmpty() ? null : head.headTo(),
                head.pinned(),
                head.chunks().size(),
                head.headTokens(),
                head.summaryBudget(),
                head.room().chunk(),
                head.tokensBefore(),
                null,
                RunState.RUNNING,
                null,
                false,
                null,
                null,
                Instant.EPOCH,
                null);
        handle.attach(Compactions.class).insert(planned, database.temporal());
        handle.attach(Chunks.class).insert(request.id(), head.chunks());
        return planned;
    }

    /**
     * Returns the window that a model's endpoint serves, in tokens: the reported one, at most the configured one; 0
     * without a model.
     */
    static int window(Handle handle, @Nullable ModelUse model) {
        return model == null
                ? 0
                : handle.attach(Providers.class)
                        .find(model.endpoint())
                        .map(ProviderState::servedWindow)
                        .filter(served -> served < model.contextWindow())
                        .orElse(model.contextWindow());
    }

    private static Plan plan(Handle handle, CompactionRequest request, Compaction compaction) {
        Decision decision = compaction.decision();
        int chunks = compaction.chunks();
        ModelUse model = request.spec().model();
        boolean anchored = !compaction.basis().isEmpty();
        ContextTarget target = request.spec().context();
        return new Plan(
                decision == null ? Decision.NOTHING_TO_DO : decision,
                compaction.fromVersion(),
                compaction.mark(),
                chunks,
                compaction.headTokens(),
                compaction.tokensBefore(),
                compaction.summaryBudget(),
                compaction.chunkBudget(),
                room(request.spec(), compaction, anchored).stand(),
                (int) Math.min(
                        Integer.MAX_VALUE, HeadPlan.mostRead(model, window(handle, model), compaction.summaryBudget())),
                target == null ? 0 : target.of(compaction.tokensBefore()),
                model == null && (chunks != 1 || anchored || compaction.pinned() != null));
    }

    private static SummaryRoom room(CompactionSpec spec, Compaction compaction, boolean anchored) {
        return switch (spec.strategy()) {
            case ROLLING -> SummaryRoom.of(compaction.summaryBudget(), compaction.chunks(), anchored, spec.model());
            case GIST -> SummaryRoom.merged(compaction.summaryBudget(), compaction.chunks(), spec.model());
            case LAYERED, PRUNE -> SummaryRoom.ofLeaves(compaction.chunkBudget(), null);
        };
    }
}
