package dev.pith.activities.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {

    @Test
    void touchingRangesBecomeOne() {
        Ranges ranges = Ranges.of(4, 6).plus(Ranges.of(1, 3)).plus(Ranges.of(8, 8));

        assertThat(ranges.list()).containsExactly(new Ranges.Range(1, 6), new Ranges.Range(8, 8));
        assertThat(ranges).hasToString("1–6, 8");
    }

    @Test
    void anEmptyStretchIsNoRange() {
        assertThat(Ranges.of(5, 4)).isEqualTo(Ranges.NONE);
        assertThatThrownBy(() -> new Ranges.Range(5, 4)).hasMessageContaining("5 to 4");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void plusAndMinusAreThoseOfSets(long seed) {
        Random random = new Random(seed);
        Ranges a = Ranges.NONE;
        Ranges b = Ranges.NONE;
        for (int i = 0; i < 8; i++) {
            long from = 1L + random.nextInt(60);
            a = a.plus(Ranges.of(from, from + random.nextInt(10)));
            from = 1L + random.nextInt(60);
            b = b.plus(Ranges.of(from, from + random.nextInt(10)));
        }
        BitSet minus = bits(a);
        minus.andNot(bits(b));
        BitSet plus = bits(a);
        plus.or(bits(b));

        assertThat(bits(a.minus(b))).isEqualTo(minus);
        assertThat(bits(a.plus(b))).isEqualTo(plus);
        assertThat(a.plus(b).size()).isEqualTo(plus.cardinality());
        assertThat(a.contains(30)).isEqualTo(bits(a).get(30));
    }

    private static BitSet bits(Ranges ranges) {
        BitSet bits = new BitSet();
        List<Ranges.Range> list = ranges.list();
        list.forEach(range -> bits.set((int) range.from(), (int) range.to() + 1));
        return bits;
    }
}
