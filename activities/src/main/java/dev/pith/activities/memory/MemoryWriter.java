package dev.pith.activities.memory;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.OpaqueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Merges extracted memories into the store. A known memory is counted as seen again; a memory that contradicts another
 * one on the same subject supersedes it or is superseded by it. One advisory lock serializes these transactions, which
 * prevents duplicates and deadlocks.
 */
public final class MemoryWriter {

    private final Memories memories;
    private final Conversation conversation;
    private final long flush;
    private final LocalDate day;

    private MemoryWriter(Memories memories, Conversation conversation, long flush, LocalDate day) {
        this.memories = memories;
        this.conversation = conversation;
        this.flush = flush;
        this.day = day;
    }

    /**
     * Merges memories in the caller's transaction, which holds the advisory lock until it ends.
     *
     * @param flush the id of the flush that extracted them
     * @param day the day of that flush, in UTC
     * @param found the extracted memories, already redacted
     */
    public static WriteResult remember(
            Handle handle, Conversation conversation, long flush, LocalDate day, List<ExtractedMemory> found) {
        if (found.isEmpty()) {
            return WriteResult.NOTHING;
        }
        Memories memories = handle.attach(Memories.class);
        memories.lock();
        MemoryWriter memoryWriter = new MemoryWriter(memories, conversation, flush, day);
        return found.stream().map(memoryWriter::one).reduce(WriteResult.NOTHING, WriteResult::plus);
    }

    private WriteResult one(ExtractedMemory found) {
        if (found.ends() != null) {
            return ended(found, NormalizedText.of(found.ends()));
        }
        Fingerprinted print = Fingerprinted.of(found, conversation.project());
        return memories.byHash(print.hash()).map(known -> again(known, found)).orElseGet(() -> fresh(found, print));
    }

    /** Supersedes the memories on a withdrawn topic by the withdrawing sentence, which is stored as ended. */
    private WriteResult ended(ExtractedMemory found, NormalizedText about) {
        List<Memory> over = memories.about(about.array(), conversation.project(), ExtractedMemory.ABOUT).stream()
                .filter(known -> isLater(found, known) && SourceAuthority.atLeast(found.source(), known.source()))
                .toList();
        if (over.isEmpty()) {
            return WriteResult.NOTHING;
        }
        Fingerprinted print = Fingerprinted.of(found, conversation.project());
        Memory words = memories.byHash(print.hash()).orElseGet(() -> memory(found));
        memories.insert(words, print.wording().array(), print.hash());
        int superseded = 0;
        for (Memory known : over) {
            superseded += known.id().equals(words.id()) ? 0 : memories.supersede(known.id(), words.id());
        }
        memories.end(words.id());
        return new WriteResult(0, 0, superseded);
    }

    private WriteResult again(Memory known, ExtractedMemory found) {
        memories.sighted(known.id(), day);
        if (known.state() != MemoryState.SUPERSEDED || known.supersededBy() == null) {
            return new WriteResult(0, 1, 0);
        }
        // Reactivates a superseded memory if it is stated again after its successor.
        Memory successor = memories.find(known.supersededBy()).orElseThrow();
        boolean ended = successor.state() == MemoryState.SUPERSEDED && successor.supersededBy() == null;
        boolean back = (successor.state() == MemoryState.ACTIVE || ended)
                && isLater(found, successor)
                && SourceAuthority.atLeast(found.source(), successor.source());
        if (back) {
            memories.revive(known.id());
            memories.supersede(successor.id(), known.id());
        }
        return new WriteResult(0, 1, back && !ended ? 1 : 0);
    }

    private WriteResult fresh(ExtractedMemory found, Fingerprinted print) {
        List<Memory> alike = print.wording().words().isEmpty() ? List.of() : alike(found, print.wording());
        for (Memory known : alike) {
            NormalizedText normalizedText = NormalizedText.of(known.text());
            if (known.state() == MemoryState.FORGOTTEN && Similarity.restates(print.wording(), normalizedText)) {
                return new WriteResult(0, 1, 0);
            }
            if (known.holds() && Similarity.of(print.wording(), normalizedText) == Similarity.SAME) {
                memories.sighted(known.id(), day);
                return new WriteResult(0, 1, 0);
            }
        }
        Memory memory = memory(found);
        memories.insert(memory, print.wording().array(), print.hash());
        int superseded = 0;
        for (Memory known : alike) {
            superseded += known.state() == MemoryState.ACTIVE && isOfOneThing(known, print)
                    ? decide(memory, found, known)
                    : 0;
        }
        return new WriteResult(1, 0, superseded);
    }

    private List<Memory> alike(ExtractedMemory found, NormalizedText normalizedText) {
        return memories.alike(
                Similarity.telling(normalizedText.words()),
                normalizedText.array(),
                found.kind().family(),
                conversation.project(),
                Similarity.NEAR);
    }

    private boolean isOfOneThing(Memory known, Fingerprinted print) {
        return Objects.equals(known.project(), conversation.project())
                && Similarity.of(print.wording(), NormalizedText.of(known.text())) == Similarity.CHANGED;
    }

    /**
     * Supersedes the earlier of two contradicting memories, unless its source has more authority; then both stay
     * active.
     */
    private int decide(Memory memory, ExtractedMemory found, Memory known) {
        if (isLater(found, known)) {
            return SourceAuthority.atLeast(memory.source(), known.source())
                    ? memories.supersede(known.id(), memory.id())
                    : 0;
        }
        return SourceAuthority.atLeast(known.source(), memory.source())
                ? memories.supersede(memory.id(), known.id())
                : 0;
    }

    /**
     * Compares the days of both memories; within one day and conversation, the message numbers. Flush order is not time
     * order: an old conversation may be compacted today.
     */
    private boolean isLater(ExtractedMemory found, Memory known) {
        if (!day.equals(known.lastDay()) || !known.conversation().equals(conversation.id())) {
            return !day.isBefore(known.lastDay());
        }
        return found.fromSeq() >= known.fromSeq();
    }

    private Memory memory(ExtractedMemory found) {
        return new Memory(
                OpaqueId.next(),
                conversation.id(),
                flush,
                found.fromSeq(),
                found.toSeq(),
                day,
                found.kind(),
                found.source(),
                conversation.project(),
                found.text(),
                MemoryState.ACTIVE,
                null,
                1,
                day,
                Instant.now());
    }
}
