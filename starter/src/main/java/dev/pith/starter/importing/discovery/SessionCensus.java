package dev.pith.starter.importing.discovery;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sessions of one program on this machine.
 *
 * @param places the folders and databases that were looked for
 * @param databases the number of databases found; they are not opened
 * @param copies the number of files that are another form of a session
 * @param stored the number of session files whose session is in the store; it may have grown since
 * @param missing the number of session files whose session is not in the store
 * @param refused the number of files that hold no conversation, by what they hold
 * @param unopened the number of files that were not looked into and whose path does not tell their session
 */
public record SessionCensus(
        SessionProgram program,
        List<Path> places,
        long databases,
        long copies,
        long stored,
        long missing,
        Map<String, Long> refused,
        long unopened) {

    public SessionCensus {
        places = List.copyOf(places);
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    }

    /** Returns the number of files that hold no conversation. */
    public long passedOver() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the number of session files. */
    public long files() {
        return stored + missing + passedOver() + unopened;
    }
}
