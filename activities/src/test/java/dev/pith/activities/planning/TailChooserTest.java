package dev.pith.activities.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.compaction.Sizes;
import org.junit.jupiter.api.Test;

/** Room for the tail is 8,000 tokens and two turns, as the defaults have it. */
class TailChooserTest {

    private final TailChooser chooser = new TailChooser(Sizes.defaults(), 100);
    private long seq = 100;

    @Test
    void keepsTheLastTwoTurns() {
        agent(500);
        person(50);
        agent(500);
        person(50);
        agent(500);

        assertThat(chooser.tail()).isEqualTo(new Tail(97, 1_100));
    }

    @Test
    void cutsATurnThatDoesNotFitAtAMessage() {
        agent(3_000);
        agent(3_000);
        agent(3_000);

        assertThat(chooser.tail()).isEqualTo(new Tail(99, 6_000));
    }

    @Test
    void neverBeginsBetweenACallAndItsResult() {
        tied(3_000);
        tied(3_000);
        agent(1_500);
        tied(1_000);

        assertThat(chooser.tail()).isEqualTo(new Tail(98, 7_500));
    }

    @Test
    void keepsALastRequestWholeHoweverLongItIs() {
        agent(1_000);
        person(90_000);
        agent(100);

        assertThat(chooser.tail()).isEqualTo(new Tail(99, 91_000));
    }

    @Test
    void doesNotReachBackForARequestThatMuchWorkCameAfter() {
        for (int i = 0; i < 9; i++) {
            agent(1_000);
        }
        person(90_000);

        assertThat(chooser.tail()).isEqualTo(new Tail(93, 8_000));
    }

    @Test
    void aSummaryOfTheSourceItselfNeverStandsInTheTail() {
        agent(500);
        chooser.offer(new MessageSize(seq--, 500, false, true, true));
        person(50);

        assertThat(chooser.tail()).isEqualTo(new Tail(100, 500));
    }

    @Test
    void isEmptyWhereNothingFits() {
        agent(9_000);

        assertThat(chooser.tail()).isEqualTo(new Tail(101, 0));
    }

    private void person(int tokens) {
        chooser.offer(new MessageSize(seq--, tokens, true, false, true));
    }

    private void agent(int tokens) {
        chooser.offer(new MessageSize(seq--, tokens, false, false, true));
    }

    private void tied(int tokens) {
        chooser.offer(new MessageSize(seq--, tokens, false, false, false));
    }
}
