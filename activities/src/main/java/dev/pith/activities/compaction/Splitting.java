package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.planning.ChunkCutter;
import dev.pith.activities.planning.ChunkSize;
import dev.pith.activities.planning.MessageSize;
import dev.pith.activities.planning.ModelRoom;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageSizes;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.model.ModelUse;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Splits a chunk that is too long for its model, and restores it if splitting did not help. Thread-safe. */
public final class Splitting {

    private final Database database;

    public Splitting(Database database) {
        this.database = database;
    }

    /**
     * Replaces a chunk by its parts and returns them in order. Repeated, it returns the stored parts. Cuts where it is
     * safe, otherwise at any message: a tool result without its call, which the transcript names, is better than a part
     * that no call can read. A chunk of one long message and little else is returned unsplit; the prompt then omits its
     * middle.
     */
    public List<ChunkRef> split(CompactionRequest request, ChunkRef chunk) {
        return database.transact(handle -> {
            handle.attach(Compactions.class).lock(request.id());
            Chunks chunks = handle.attach(Chunks.class);
            List<ChunkRef> before = chunks.within(request.id(), chunk);
            if (before.size() > 1) {
                return before;
            }
            List<ChunkRef> parts = parts(handle, request, chunk);
            chunks.replace(request.id(), chunk, parts);
            return parts;
        });
    }

    /** Replaces the parts by the whole chunk again, and returns it. Idempotent. */
    public ChunkRef join(CompactionRequest request, ChunkRef chunk) {
        return database.transact(handle -> {
            handle.attach(Compactions.class).lock(request.id());
            handle.attach(Chunks.class).replace(request.id(), chunk, List.of(chunk));
            return chunk;
        });
    }

    private static List<ChunkRef> parts(Handle handle, CompactionRequest request, ChunkRef chunk) {
        int fromVersion = handle.attach(Compactions.class)
                .find(request.id())
                .orElseThrow()
                .fromVersion();
        Ranges abandoned = handle.attach(ContextVersions.class)
                .at(request.conversation(), fromVersion)
                .abandoned();
        List<MessageSize> messages;
        try (Stream<MessageSize> stored = handle.attach(MessageSizes.class)
                .forward(request.conversation(), chunk.fromSeq(), chunk.toSeq(), abandoned, Ranges.NONE)) {
            messages = stored.toList();
        }
        long most = mostRead(handle, request.spec().model());
        long size = size(chunk.tokens(), most);
        List<ChunkRef> safe = cut(messages, new ChunkCutter(size, Math.min(2 * size, most)));
        List<ChunkRef> parts = safe.size() > 1
                ? safe
                : cut(messages.stream().map(MessageSize::startingAnywhere).toList(), new ChunkCutter(size));
        return parts.stream()
                .map(part -> new ChunkRef(chunk.index(), part.fromSeq(), part.toSeq(), part.tokens()))
                .toList();
    }

    private static List<ChunkRef> cut(List<MessageSize> messages, ChunkCutter cutter) {
        messages.forEach(cutter::add);
        return cutter.chunks();
    }

    /**
     * Returns the most tokens that one call can read, so that no part must be split again; unbounded without a model.
     */
    private static long mostRead(Handle handle, @Nullable ModelUse model) {
        return model == null
                ? Long.MAX_VALUE
                : ModelRoom.of(model, Planner.window(handle, model)).data(1, 1);
    }

    /** Returns half of the chunk's size, or less if the reported window is smaller. */
    private static long size(long tokens, long most) {
        return ChunkSize.divideUp(tokens, Math.max(2, ChunkSize.divideUp(tokens, most)));
    }
}
