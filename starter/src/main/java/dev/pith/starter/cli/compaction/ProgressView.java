package dev.pith.starter.cli.compaction;

import dev.pith.activities.store.StoreOutage;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.wording.Numbers;
import dev.pith.workflows.compaction.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows a compaction's progress: one redrawn line on a terminal; elsewhere periodic lines and new errors. */
final class ProgressView {

    private static final int WIDTH = 24;

    private final Terminal terminal;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

    private Instant lastLine = Instant.now();
    private @Nullable String lastError;
    private boolean drawn;

    ProgressView(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(Progress progress) {
        if (terminal.quiet()) {
            return;
        }
        if (terminal.live()) {
            terminal.redraw(line(progress));
            drawn = true;
        } else if (lastLine.plus(BETWEEN_LINES).isBefore(Instant.now()) || isNews(progress.lastError())) {
            lastLine = Instant.now();
            lastError = progress.lastError() == null ? null : withoutTime(progress.lastError());
            terminal.say(words(progress));
        }
    }

    /** Reports that the store is unreachable and is waited for. */
    void storeIsAway() {
        clear();
        terminal.warn("PostgreSQL does not answer: waiting for it, for " + StoreOutage.LONGEST.toMinutes()
                + " minutes at most");
    }

    /** Clears the progress line, so that the next output starts on an empty line. */
    void clear() {
        if (drawn) {
            terminal.redraw("");
            drawn = false;
        }
    }

    private boolean isNews(@Nullable String error) {
        return error != null && !withoutTime(error).equals(lastError);
    }

    /** Removes the remaining wait, so that a countdown is not reported as a new error. */
    private static String withoutTime(String error) {
        return error.replaceFirst("^waiting \\d+ s for [^:]*: ", "");
    }

    private static String line(Progress progress) {
        int full = progress.percent() * WIDTH / 100;
        return "▕" + "█".repeat(full) + "·".repeat(WIDTH - full) + "▏ " + words(progress);
    }

    private static String words(Progress progress) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%3d %% ", progress.percent()));
        text.append(Numbers.lower(progress.stage()));
        if (progress.chunksTotal() > 1) {
            text.append(", chunks ")
                    .append(progress.chunksDone())
                    .append(" of ")
                    .append(progress.chunksTotal());
        }
        if (progress.lastError() != null) {
            text.append(" (").append(progress.lastError()).append(')');
        }
        return text.toString();
    }
}
