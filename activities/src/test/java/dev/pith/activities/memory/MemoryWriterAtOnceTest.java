package dev.pith.activities.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Flushes of different conversations that end in the same moment, with the same things in another order. */
@Tag("servers")
class MemoryWriterAtOnceTest {

    private static final int FLUSHES = 24;
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final String[] TOOLS = "pnpm gradle bazel cargo poetry".split(" ", -1);
    private static final String[] AIMS = "compile release document benchmark".split(" ", -1);

    @RegisterExtension
    final MemoryStore store = new MemoryStore();

    @Test
    void nothingIsDoubledAndNobodyWaitsForEver() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        List<Callable<WriteResult>> flushes = IntStream.range(0, FLUSHES)
                .<Callable<WriteResult>>mapToObj(i -> () ->
                        store.remember("conversation " + i, DAY, shuffled(i).toArray(ExtractedMemory[]::new)))
                .toList();
        WriteResult all = WriteResult.NOTHING;
        for (Future<WriteResult> flush : threads.invokeAll(flushes)) {
            all = all.plus(flush.get());
        }
        threads.shutdown();

        int texts = AIMS.length;
        assertThat(all.added()).isEqualTo(texts);
        assertThat(all.merged()).isEqualTo(texts * FLUSHES * 2 - texts);
        assertThat(store.all()).hasSize(texts).allMatch(memory -> memory.sightings() == 2 * FLUSHES);
    }

    /** Each aim twice, in two wordings that say the same. */
    private static List<ExtractedMemory> shuffled(int seed) {
        List<ExtractedMemory> found = new ArrayList<>();
        for (int i = 0; i < AIMS.length; i++) {
            found.add(rule("Always use " + TOOLS[i] + " to " + AIMS[i] + " the services."));
            found.add(rule("Use " + TOOLS[i] + " always to " + AIMS[i] + " a service!"));
        }
        Collections.shuffle(found, new Random(seed));
        return found;
    }

    private static ExtractedMemory rule(String text) {
        return new ExtractedMemory(MemoryKind.CONSTRAINT, text, 1, 1, Origin.PERSON);
    }
}
