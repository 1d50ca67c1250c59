package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.OutcomeCount;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.wording.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows the progress of a backfill: one redrawn line on a terminal, periodic lines elsewhere. */
final class BackfillView {

    private static final int WIDTH = 24;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

    private final Terminal terminal;
    private final Instant since = Instant.now();
    private Instant lastLine = Instant.EPOCH;
    private long endedAtFirst = -1;
    private boolean drawn;

    BackfillView(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(Backfill backfill, List<OutcomeCount> counts) {
        long all = counts.stream().mapToLong(OutcomeCount::count).sum();
        long ended = counts.stream()
                .filter(count -> !isOpen(count))
                .mapToLong(OutcomeCount::count)
                .sum();
        endedAtFirst = endedAtFirst < 0 ? ended : endedAtFirst;
        String words = words(backfill, counts, all, ended);
        if (terminal.live() && !terminal.quiet()) {
            long total = Math.max(all, backfill.files());
            int full = total == 0 ? 0 : (int) (ended * WIDTH / total);
            terminal.redraw("▕" + "█".repeat(full) + "·".repeat(WIDTH - full) + "▏ " + words);
            drawn = true;
        } else if (lastLine.plus(BETWEEN_LINES).isBefore(Instant.now())) {
            lastLine = Instant.now();
            terminal.say(words);
        }
    }

    /** Clears the progress line, so that the next output starts on an empty line. */
    void clear() {
        if (drawn) {
            terminal.redraw("");
            drawn = false;
        }
    }

    private String words(Backfill backfill, List<OutcomeCount> counts, long all, long ended) {
        String outcomes = counts.stream()
                .filter(count -> !isOpen(count))
                .map(count -> Numbers.count(count.count()) + " " + Numbers.lower(count.how()))
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder(Numbers.count(ended) + " of " + Numbers.count(all));
        if (backfill.isImporting()) {
            text.append(", ")
                    .append(Numbers.count(backfill.filesRead()))
                    .append(" of ")
                    .append(Numbers.of(backfill.files(), "file"))
                    .append(" read");
        }
        text.append(outcomes.isEmpty() ? "" : ": " + outcomes).append(pace(all, ended));
        if (backfill.lacksFiles()) {
            text.append(", import incomplete");
        }
        if (backfill.canceling() || backfill.paused() != null) {
            text.append(backfill.canceling() ? ", canceling" : ", paused: " + backfill.paused());
        }
        return text.toString();
    }

    private String pace(long all, long ended) {
        double seconds = Duration.between(since, Instant.now()).toMillis() / 1000.0;
        double rate = seconds < 2 ? 0 : (ended - endedAtFirst) / seconds;
        return rate <= 0
                ? ""
                : String.format(Locale.ROOT, ", %.1f a second, %s left", rate, span((long) ((all - ended) / rate)));
    }

    private static String span(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }

    private static boolean isOpen(OutcomeCount count) {
        return count.outcome() == null;
    }
}
