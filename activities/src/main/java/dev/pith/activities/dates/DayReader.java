package dev.pith.activities.dates;

import dev.pith.activities.conversation.StoredMessage;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads the days of messages and collects them. Not thread-safe. */
public final class DayReader {

    private final ZoneId zone;
    private Days days = Days.NONE;

    /** Creates a reader for the machine's time zone. */
    public DayReader() {
        this(ZoneId.systemDefault());
    }

    /** Creates a reader for a time zone. */
    public DayReader(ZoneId zone) {
        this.zone = zone;
    }

    /** Notes the day of the next message and returns it; null if the message has no date. */
    public @Nullable LocalDate day(StoredMessage message) {
        if (message.created() == null) {
            return null;
        }
        LocalDate day = LocalDate.ofInstant(message.created(), zone);
        days = days.with(message.seq(), day);
        return day;
    }

    /** Returns the days noted so far. */
    public Days days() {
        return days;
    }
}
