package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.planning.ChunkCutter;
import dev.pith.activities.planning.MessageSize;
import dev.pith.activities.planning.ModelRoom;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageSizes;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.ModelUse;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Splits a chunk that its model could not read whole. */
public final class Splitting {

    private final Database database;

    public Splitting(Database database) {
        this.database = database;
    }

    /**
     * The parts in the chunk's place, in order; the chunk alone where no cut in it is safe. Asked again it answers with the
     * parts that are stored.
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
            chunks.delete(request.id(), chunk);
            chunks.insert(request.id(), parts);
            return parts;
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
        ChunkCutter cutter = new ChunkCutter(size(handle, request, chunk));
        try (Stream<MessageSize> messages = handle.attach(MessageSizes.class)
                .forward(request.conversation(), chunk.fromSeq(), chunk.toSeq(), abandoned)) {
            messages.forEachOrdered(cutter::add);
        }
        return cutter.chunks().stream()
                .map(part -> new ChunkRef(chunk.index(), part.fromSeq(), part.toSeq(), part.tokens()))
                .toList();
    }

    /** Halves, or less where the endpoint told a window that halves would not fit either. */
    private static long size(Handle handle, CompactionRequest request, ChunkRef chunk) {
        ModelUse model = request.spec().model();
        long half = (chunk.tokens() + 1) / 2;
        if (model == null) {
            return half;
        }
        long most = ModelRoom.of(model, Planner.window(handle, model)).data(1, 1);
        long parts = Math.max(2, (chunk.tokens() + most - 1) / most);
        return Math.min(half, (chunk.tokens() + parts - 1) / parts);
    }
}
