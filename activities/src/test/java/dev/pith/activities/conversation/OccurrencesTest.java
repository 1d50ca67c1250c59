package dev.pith.activities.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

    @Test
    void countsAsAMapDoes() {
        Random random = new Random(7);
        Map<Long, Integer> expected = new HashMap<>();
        Occurrences occurrences = new Occurrences();
        for (int i = 0; i < 50_000; i++) {
            long hash = i % 3 == 0 ? random.nextInt(5_000) : random.nextLong();
            assertThat(occurrences.next(hash)).isEqualTo(expected.merge(hash, 1, Integer::sum));
        }
    }

    @Test
    void takesHashesThatMeetInOneSlot() {
        Occurrences occurrences = new Occurrences();
        for (long hash = 0; hash < 100; hash++) {
            assertThat(occurrences.next(hash << 10)).isEqualTo(1);
            assertThat(occurrences.next(hash << 10)).isEqualTo(2);
        }
    }
}
