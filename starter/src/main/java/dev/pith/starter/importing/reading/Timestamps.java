package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Parses times of sources: ISO texts, epoch seconds or milliseconds. Implausible times count as missing. */
public final class Timestamps {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final String[] FIELDS = {
        "timestamp", "created_at", "createdAt", "created", "create_time", "time", "date", "ts"
    };

    private Timestamps() {}

    /** Returns the record's time, under any of the usual names. */
    public static @Nullable Instant of(JsonNode record) {
        for (String field : FIELDS) {
            Instant time = parse(record.path(field));
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    public static @Nullable Instant parse(JsonNode value) {
        if (value.isNumber()) {
            return epoch(value.doubleValue());
        }
        return value.isTextual() ? parse(value.textValue()) : null;
    }

    public static @Nullable Instant parse(String text) {
        try {
            return sane(iso(text.strip()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant iso(String text) {
        if (text.endsWith("Z")) {
            return Instant.parse(text);
        }
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String normal = text.replace(' ', 'T');
        boolean zoned = normal.indexOf('+', 10) >= 0 || normal.indexOf('-', 10) >= 0;
        return zoned
                ? OffsetDateTime.parse(normal).toInstant()
                : LocalDateTime.parse(normal).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant epoch(double number) {
        if (!(number > 0 && number < 1e13)) {
            return null;
        }
        // 1e11 seconds are the year 5138, 1e11 milliseconds are 1973: no plausible time is on the wrong side.
        return sane(number < 1e11 ? Instant.ofEpochMilli((long) (number * 1000)) : Instant.ofEpochMilli((long) number));
    }

    private static @Nullable Instant sane(Instant time) {
        return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    }
}
