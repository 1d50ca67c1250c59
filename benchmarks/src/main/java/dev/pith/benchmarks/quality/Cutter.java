package dev.pith.benchmarks.quality;

import dev.pith.benchmarks.quality.Event.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts sessions: those of Claude Code at each of their compactions, others, which were never compacted, after three fifths
 * of their events.
 */
final class Cutter {

    private static final double SHARE = 0.6;

    /** A head with less to summarize is no test. In events, and in characters as the log has them. */
    private static final int LEAST = 30;

    private static final int LEAST_CHARACTERS = 2_000;

    private Cutter() {}

    /** The logs under a folder, in the order of their paths; those in folders named fixtures are left out. */
    static List<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("fixtures"))
                    .filter(file -> file.toString().endsWith(".jsonl")
                            || file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** The cuts of a file; none where it is no log or too short. */
    static List<Cut> of(Path file) throws IOException {
        Log log = file.toString().endsWith(".json") ? OpencodeLog.read(file) : LinesLog.read(file);
        if (log == null) {
            return List.of();
        }
        String name = file.getFileName().toString();
        if (!log.compacted()) {
            return share(log, name, log.units().size());
        }
        return log.format().equals("claude-code") ? compactions(log, name) : share(log, name, boundary(log, 0));
    }

    private static List<Cut> compactions(Log log, String name) {
        List<Cut> cuts = new ArrayList<>();
        int from = 0;
        int size = log.units().size();
        for (int at = boundary(log, 0); at < size; at = boundary(log, at + 1)) {
            List<Event> after = events(log, at, boundary(log, at + 1));
            String summary = after.stream()
                    .filter(event -> event.kind() == Kind.SUMMARY)
                    .map(Event::text)
                    .collect(Collectors.joining("\n"));
            List<Event> later =
                    after.stream().filter(event -> event.kind() != Kind.SUMMARY).toList();
            boolean wentOn = later.stream().anyMatch(event -> event.kind() == Kind.CALL || event.kind() == Kind.AGENT);
            if (!summary.isEmpty() && wentOn && log.text(from, at).length() >= LEAST_CHARACTERS) {
                cuts.add(cut(log, name + ":" + (cuts.size() + 1), from, at, later, summary));
            }
            from = at;
        }
        return cuts;
    }

    /** The place of the next boundary, or the end. */
    private static int boundary(Log log, int from) {
        int at = from;
        while (at < log.units().size() && !log.units().get(at).boundary()) {
            at++;
        }
        return at;
    }

    private static List<Cut> share(Log log, String name, int end) {
        int all = events(log, 0, end).size();
        int wanted = (int) (all * SHARE);
        int at = 0;
        int have = 0;
        while (at < end && have + log.units().get(at).events().size() <= wanted) {
            have += log.units().get(at++).events().size();
        }
        return have < LEAST ? List.of() : List.of(cut(log, name, 0, at, events(log, at, end), null));
    }

    private static Cut cut(Log log, String name, int from, int at, List<Event> after, @Nullable String summary) {
        String branch = log.units().subList(from, at).stream()
                .map(Unit::branch)
                .filter(Objects::nonNull)
                .reduce(null, (earlier, later) -> later);
        return new Cut(name, log.format(), log.text(from, at), events(log, from, at), after, summary, branch);
    }

    private static List<Event> events(Log log, int from, int to) {
        return log.units().subList(from, to).stream()
                .flatMap(unit -> unit.events().stream())
                .toList();
    }
}
