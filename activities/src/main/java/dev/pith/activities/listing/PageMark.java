package dev.pith.activities.listing;

import dev.pith.activities.store.Compaction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * The last row of a page, after which the next page begins. Rows are ordered by time, newest first, then by id.
 *
 * @param time the time of the row
 * @param id the id of the row; empty before the first page
 */
public record PageMark(Instant time, String id) {

    /** The mark before the first page: later than any row. PostgreSQL stores times up to the year 294276. */
    public static final PageMark START = new PageMark(Instant.parse("+200000-01-01T00:00:00Z"), "");

    /** PostgreSQL stores no earlier times. */
    private static final Instant EARLIEST = Instant.parse("-4700-01-01T00:00:00Z");

    private static final int LONGEST = 200;

    /** Returns the mark after a compaction. */
    public static PageMark after(Compaction row) {
        return new PageMark(row.started(), row.id());
    }

    /** Returns the mark as text that goes into a URL as it is. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a mark that {@link #text()} returned.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PageMark of(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int blank = decoded.indexOf(' ');
            if (text.length() <= LONGEST && blank > 0 && decoded.indexOf('\0') < 0) {
                PageMark mark = new PageMark(Instant.parse(decoded.substring(0, blank)), decoded.substring(blank + 1));
                if (mark.time().isBefore(START.time()) && mark.time().isAfter(EARLIEST)) {
                    return mark;
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // The message below says what is wrong.
        }
        throw new IllegalArgumentException("cursor is not one that a page returned: leave it out for the first page");
    }
}
