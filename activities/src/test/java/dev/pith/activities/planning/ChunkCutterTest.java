package dev.pith.activities.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.compaction.ChunkRef;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkCutterTest {

    @Test
    void equalMessagesGiveEqualChunks() {
        assertThat(cut(1_000, sizes(12, 250))).extracting(ChunkRef::tokens).containsExactly(1_000L, 1_000L, 1_000L);
    }

    @Test
    void aGiantMessageDoesNotShatterWhatComesAfterIt() {
        ChunkCutter cutter = new ChunkCutter(1_000);
        long seq = 0;
        for (int tokens : new int[] {500, 7_000, 500, 500, 500, 500}) {
            cutter.add(new MessageSize(++seq, tokens, false, false, true));
        }

        assertThat(cutter.chunks()).hasSizeLessThanOrEqualTo(4);
        assertThat(cutter.chunks().stream().skip(1)).allMatch(chunk -> chunk.tokens() >= 500);
    }

    @Test
    void whatIsLittleBesideAGiantMessageIsNoChunkOfItsOwn() {
        ChunkCutter cutter = new ChunkCutter(1_000);
        long seq = 0;
        for (int tokens : new int[] {10, 7_000, 10, 7_000, 10}) {
            cutter.add(new MessageSize(++seq, tokens, false, false, true));
        }
        assertThat(cutter.chunks()).extracting(ChunkRef::fromSeq).containsExactly(1L, 3L);
        assertThat(cutter.chunks()).extracting(ChunkRef::tokens).containsExactly(7_010L, 7_020L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void chunksAreContiguousNoMoreThanPlannedAndCutOnlyWhereItIsSafe(long seed) {
        Random random = new Random(seed);
        ChunkCutter cutter = new ChunkCutter(25_000);
        Set<Long> safe = new HashSet<>();
        long total = 0;
        for (long seq = 1; total < 100_000; seq++) {
            int tokens = random.nextInt(1_500);
            boolean safeStart = random.nextInt(3) > 0;
            if (safeStart || seq == 1) {
                safe.add(seq);
            }
            total += tokens;
            cutter.add(new MessageSize(seq, tokens, false, false, safeStart));
        }
        List<ChunkRef> chunks = cutter.chunks();

        assertThat(chunks).hasSizeLessThanOrEqualTo(5);
        assertThat(chunks).allMatch(chunk -> safe.contains(chunk.fromSeq()));
        assertThat(chunks.stream().mapToLong(ChunkRef::tokens).sum()).isEqualTo(total);
        for (int i = 1; i < chunks.size(); i++) {
            assertThat(chunks.get(i).fromSeq()).isEqualTo(chunks.get(i - 1).toSeq() + 1);
            assertThat(chunks.get(i).index()).isEqualTo(i);
        }
    }

    private static List<MessageSize> sizes(int count, int tokens) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(seq -> new MessageSize(seq, tokens, false, false, true))
                .toList();
    }

    private static List<ChunkRef> cut(long size, List<MessageSize> messages) {
        ChunkCutter cutter = new ChunkCutter(size);
        messages.forEach(cutter::add);
        return cutter.chunks();
    }
}
