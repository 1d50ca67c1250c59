package dev.pith.starter.importing.reading;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rewind to a record abandons, for logs whose rewinds name a record. Not thread-safe. */
public final class RewindPlaces {

    private final Map<Long, Long> firsts = new HashMap<>();

    /**
     * Remembers a record.
     *
     * @param first the first message that a rewind to it abandons, counted from 1
     */
    public void put(@Nullable String record, long first) {
        if (record != null) {
            firsts.put(Fingerprint.of(record), first);
        }
    }

    /** Abandons what follows a record; nothing if it is unknown. */
    public void rewind(ConversationWriter writer, @Nullable String record) {
        Long first = record == null ? null : firsts.get(Fingerprint.of(record));
        if (first != null) {
            writer.takeBackFrom(first);
        }
    }
}
