package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.store.Summaries.Source;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Part;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.MergeDone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
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
            List<Summary> anchors = handle.attach(Summaries.class).inOrder(version.summaries());
            Draft draft = draft(handle, request, compaction, anchors, alive);
            Summary summary = summary(request, compaction, version, anchors, draft);
            stage(handle, summary, sources(compaction, version, anchors));
            return done(summary);
        });
    }

    private Draft draft(
            Handle handle,
            CompactionRequest request,
            Compaction compaction,
            List<Summary> anchors,
            LongConsumer alive) {
        AtomicLong read = new AtomicLong();
        Wish wish = new Wish(compaction.summaryBudget(), request.spec().focus());
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

    private Summary summary(
            CompactionRequest request,
            Compaction compaction,
            ContextVersion version,
            List<Summary> anchors,
            Draft draft) {
        long from = anchors.isEmpty()
                ? Objects.requireNonNull(compaction.headFrom())
                : anchors.get(0).fromSeq();
        long to = Objects.requireNonNull(compaction.headTo());
        long before = anchors.stream().mapToLong(Summary::descendants).sum();
        return new Summary(
                OpaqueId.next(),
                request.conversation(),
                request.id(),
                "rolling",
                from,
                to,
                draft.text(),
                draft.digest(),
                draft.tokens(),
                null,
                null,
                before + head(compaction, version).size(),
                compaction.degraded(),
                summarizer.name(),
                request.spec().focus());
    }

    private static List<Source> sources(Compaction compaction, ContextVersion version, List<Summary> anchors) {
        List<Source> sources = new ArrayList<>();
        anchors.forEach(anchor -> sources.add(new Source(anchor.id(), anchor.fromSeq(), anchor.toSeq())));
        head(compaction, version).list().forEach(range -> sources.add(new Source(null, range.from(), range.to())));
        return sources;
    }

    private static Ranges head(Compaction compaction, ContextVersion version) {
        return Ranges.of(Objects.requireNonNull(compaction.headFrom()), Objects.requireNonNull(compaction.headTo()))
                .minus(version.abandoned());
    }

    private static void stage(Handle handle, Summary summary, List<Source> sources) {
        Summaries summaries = handle.attach(Summaries.class);
        summaries.insert(summary);
        summaries.insertSources(
                summary.id(), IntStream.range(0, sources.size()).boxed().toList(), sources);
        summaries.dateFromMessages(summary.id());
        handle.attach(Compactions.class).stage(summary.compaction(), summary.id(), summary.degraded());
    }

    private Summary staged(String id) {
        return database.table(Summaries.class).find(id).orElseThrow();
    }

    private static MergeDone done(Summary summary) {
        return new MergeDone(summary.tokens(), summary.degraded());
    }
}
