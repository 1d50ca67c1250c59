package dev.pith.starter.wording;

import java.time.Duration;
import java.util.Locale;

/** Formats numbers for output. */
public final class Numbers {

    private Numbers() {}

    /** Returns the number with commas between thousands. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a constant in lower case with spaces: {@code COMPACTED_DEGRADED} becomes "compacted degraded". */
    public static String lower(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns a number and a noun whose plural ends in s. */
    public static String of(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns a number and a noun with the given plural. */
    public static String of(long number, String one, String several) {
        return count(number) + " " + (number == 1 ? one : several);
    }

    /** Returns the share in whole percent; 0 % if the whole is 0. */
    public static String share(long part, long whole) {
        return whole == 0 ? "0 %" : Math.round(100.0 * part / whole) + " %";
    }

    /** Returns a size in KB or MB (1,000-based) with one decimal. */
    public static String size(long bytes) {
        return bytes < 999_950
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1e3)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    /** Returns the duration in seconds with one decimal. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
