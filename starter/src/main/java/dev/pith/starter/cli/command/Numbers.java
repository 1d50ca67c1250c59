package dev.pith.starter.cli.command;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. */
public final class Numbers {

    private Numbers() {}

    /** With commas between thousands. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A state as people read it: {@code COMPACTED_DEGRADED} is compacted degraded. */
    public static String lower(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How many of a thing whose plural ends in s. */
    public static String of(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** How many of a thing, its plural given. */
    public static String of(long number, String one, String several) {
        return count(number) + " " + (number == 1 ? one : several);
    }

    /** Whole percent; of nothing, 0 %. */
    public static String share(long part, long whole) {
        return whole == 0 ? "0 %" : Math.round(100.0 * part / whole) + " %";
    }

    /** Bytes as KB or MB of a thousand each, one decimal. */
    public static String size(long bytes) {
        return bytes < 999_950
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1e3)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    /** Seconds with one decimal. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
