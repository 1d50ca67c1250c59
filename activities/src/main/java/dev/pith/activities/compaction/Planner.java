package dev.pith.activities.compaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.planning.ChunkCutter;
import dev.pith.activities.planning.ChunkSize;
import dev.pith.activities.planning.MessageSize;
import dev.pith.activities.planning.ModelRoom;
import dev.pith.activities.planning.SummaryRoom;
import dev.pith.activities.planning.Tail;
import dev.pith.activities.planning.TailChooser;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageSizes;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.ProviderState;
import dev.pith.activities.store.Providers;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.ModelUse;
import dev.pith.workflows.compaction.Plan;
import dev.pith.workflows.compaction.Planned;
import dev.pith.workflows.compaction.PlanningActivities;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Pins version and mark, chooses head and tail, cuts the head into chunks, and stores all of it. */
public final class Planner {

    /** A smaller head is not worth a summary: what it would save is less than what the summary's frame takes. */
    static final int SMALLEST_HEAD = 300;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    public Planner(Database database) {
        this.database = database;
    }

    /** The plan of a request: the stored one where it was planned before. */
    public Planned plan(CompactionRequest request) {
        return database.snapshot(handle -> {
            Compaction compaction =
                    handle.attach(Compactions.class).find(request.id()).orElseGet(() -> planAnew(handle, request));
            return new Planned(
                    plan(handle, request, compaction),
                    handle.attach(Chunks.class).page(request.id(), 0, PlanningActivities.PAGE));
        });
    }

    /** The request as the store keeps it. */
    static String json(CompactionRequest request) {
        try {
            return JSON.writeValueAsString(request.spec());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("request " + request.id() + " could not be written as JSON", e);
        }
    }

    private Compaction planAnew(Handle handle, CompactionRequest request) {
        Conversation conversation = handle.attach(Conversations.class)
                .find(request.conversation())
                .orElseThrow(() -> new UnknownConversationException(request.conversation()));
        ContextVersion version = handle.attach(ContextVersions.class).current(conversation.id());
        Sizing sizing = new Sizing(handle, version, conversation.messages());
        Tail tail = sizing.tail(request.spec());
        long headTo = tail.fromSeq() - 1;
        long headTokens = sizing.tokens(version.compactedThrough() + 1, headTo);
        long anchorTokens = sizing.anchorTokens();
        boolean nothing = headTokens < SMALLEST_HEAD;
        Integer target = request.spec().targetTokens();
        int budget =
                target != null ? target : Math.max(1, request.spec().sizes().summaryBudget(headTokens, anchorTokens));
        ChunkSize size = ChunkSize.of(headTokens, mostRead(handle, request, budget), request.spec());
        List<ChunkRef> chunks = nothing ? List.of() : sizing.chunks(headTo, size);
        SummaryRoom room = SummaryRoom.of(
                budget, chunks.size(), anchorTokens > 0, request.spec().model());
        Compaction planned = new Compaction(
                request.id(),
                conversation.id(),
                json(request),
                request.spec().strategy().name(),
                (nothing ? Decision.NOTHING_TO_DO : size.decision()).name(),
                version.version(),
                null,
                conversation.messages(),
                nothing ? null : version.compactedThrough() + 1,
                nothing ? null : headTo,
                nothing ? null : sizing.pinned(tail),
                chunks.size(),
                headTokens,
                budget,
                room.chunk(),
                anchorTokens + headTokens + tail.tokens(),
                null,
                "running",
                null,
                false,
                null,
                null,
                Instant.EPOCH,
                null);
        handle.attach(Compactions.class).insert(planned);
        handle.attach(Chunks.class).insert(request.id(), chunks);
        return planned;
    }

    /** What a chunk may hold so that its model reads it whole; nothing bounds it where no model reads. */
    private static long mostRead(Handle handle, CompactionRequest request, int budget) {
        ModelUse model = request.spec().model();
        if (model == null) {
            return Long.MAX_VALUE;
        }
        int window = handle.attach(Providers.class)
                .find(model.endpoint())
                .map(ProviderState::servedWindow)
                .orElse(model.contextWindow());
        return ModelRoom.of(model, window).data(SummaryRoom.forText(budget, model), 1);
    }

    private static Plan plan(Handle handle, CompactionRequest request, Compaction compaction) {
        String decision = compaction.decision();
        List<Summary> anchors = handle.attach(Summaries.class)
                .inOrder(handle.attach(ContextVersions.class)
                        .at(compaction.conversation(), compaction.fromVersion())
                        .summaries());
        int chunks = compaction.chunks();
        ModelUse model = request.spec().model();
        boolean anchored = !anchors.isEmpty();
        SummaryRoom room = SummaryRoom.of(compaction.summaryBudget(), chunks, anchored, model);
        return new Plan(
                decision == null ? Decision.NOTHING_TO_DO : Decision.valueOf(decision),
                compaction.fromVersion(),
                compaction.mark(),
                chunks,
                compaction.headTokens(),
                compaction.tokensBefore(),
                compaction.summaryBudget(),
                compaction.chunkBudget(),
                room.stand(),
                (int) Math.min(Integer.MAX_VALUE, mostRead(handle, request, compaction.summaryBudget())),
                model == null && (chunks != 1 || anchored || compaction.pinned() != null));
    }

    /** Reads the sizes that decide, all within one transaction. */
    private record Sizing(Handle handle, ContextVersion version, long mark) {

        Tail tail(CompactionSpec spec) {
            TailChooser chooser = new TailChooser(spec.sizes(), mark);
            try (Stream<MessageSize> newestFirst = sizes().backward(
                            version.conversation(), version.compactedThrough() + 1, mark, version.abandoned())) {
                Iterator<MessageSize> messages = newestFirst.iterator();
                boolean more = messages.hasNext();
                while (more) {
                    more = chooser.offer(messages.next()) && messages.hasNext();
                }
            }
            return chooser.tail();
        }

        long tokens(long from, long to) {
            return handle.attach(Messages.class).tokens(version.conversation(), from, to, version.abandoned());
        }

        long anchorTokens() {
            return handle.attach(Summaries.class).inOrder(version.summaries()).stream()
                    .mapToLong(Summary::tokens)
                    .sum();
        }

        List<ChunkRef> chunks(long headTo, ChunkSize size) {
            boolean one = size.decision() == Decision.SINGLE_PASS;
            ChunkCutter cutter = new ChunkCutter(one ? Long.MAX_VALUE / 4 : size.tokens());
            try (Stream<MessageSize> inOrder = sizes().forward(
                            version.conversation(), version.compactedThrough() + 1, headTo, version.abandoned())) {
                inOrder.forEachOrdered(cutter::add);
            }
            return cutter.chunks();
        }

        /** The last message of a person, where the tail does not hold it. */
        @Nullable
        Long pinned(Tail tail) {
            return handle.attach(Messages.class)
                    .lastOfPerson(version.conversation(), mark, version.abandoned())
                    .map(StoredMessage::seq)
                    .filter(seq -> seq < tail.fromSeq())
                    .orElse(null);
        }

        private MessageSizes sizes() {
            return handle.attach(MessageSizes.class);
        }
    }
}
