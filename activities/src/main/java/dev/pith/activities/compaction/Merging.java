package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Part;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.MergeDone;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes the summary of the head from the anchor and the chunk summaries, and stages it with its sources. */
public final class Merging {

    private final Database database;
    private final Summarizer summarizer;

    public Merging(Database database, Summarizer summarizer) {
        this.database = database;
        this.summarizer = summarizer;
    }

    /**
     * Merges and stages; asked again it answers with what is staged.
     *
     * @param alive told how many parts were read, so that the caller can say that work goes on
     */
    public MergeDone merge(CompactionRequest request, LongConsumer alive) {
        Compaction compaction =
                database.table(Compactions.class).find(request.id()).orElseThrow();
        if (compaction.summary() != null) {
            return done(staged(compaction.summary()));
        }
        return database.transact(handle -> {
            ContextVersion version =
                    handle.attach(ContextVersions.class).at(request.conversation(), compaction.fromVersion());
            Staging staging = Staging.of(handle, request, compaction, version);
            Draft draft = draft(handle, request, compaction, staging.anchors(), alive);
            return done(staging.stage(draft, compaction.degraded(), summarizer.name()));
        });
    }

    /**
     * Whether there is anything to merge. One chunk's summary is the summary of the head as it stands, unless an anchor is
     * to be updated or a request must stand in it word for word.
     */
    static boolean needed(Compaction compaction, ContextVersion version) {
        return compaction.chunks() != 1
                || compaction.pinned() != null
                || !version.summaries().isEmpty();
    }

    private Draft draft(
            Handle handle,
            CompactionRequest request,
            Compaction compaction,
            List<Summary> anchors,
            LongConsumer alive) {
        AtomicLong read = new AtomicLong();
        Conversation stored =
                handle.attach(Conversations.class).find(request.conversation()).orElseThrow();
        Wish wish = new Wish(compaction.summaryBudget(), request.spec().focus(), stored.project(), stored.branch());
        Stream<Part> earlier = anchors.stream().map(anchor -> new Part(anchor.text(), anchor.digest()));
        try (Stream<Part> chunks = handle.attach(Chunks.class)
                .summaries(request.id())
                .map(chunk -> new Part(chunk.text(), chunk.digest()))) {
            Stream<Part> parts = Stream.concat(earlier, chunks).peek(part -> alive.accept(read.incrementAndGet()));
            return summarizer.merge(parts, pinned(handle, compaction), wish);
        }
    }

    private static @Nullable StoredMessage pinned(Handle handle, Compaction compaction) {
        return compaction.pinned() == null
                ? null
                : handle.attach(Messages.class)
                        .at(compaction.conversation(), compaction.pinned())
                        .orElseThrow();
    }

    private Summary staged(String id) {
        return database.table(Summaries.class).find(id).orElseThrow();
    }

    private static MergeDone done(Summary summary) {
        return new MergeDone(summary.tokens(), summary.degraded());
    }
}
