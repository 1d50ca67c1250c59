package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemorySearch;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.Since;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select memories. */
final class MemoryFilter {

    @Option(names = "--kind", paramLabel = "KIND", description = "fact, decision, preference, constraint or open.")
    private @Nullable MemoryKind kind;

    @Option(names = "--project", paramLabel = "PATH", description = "Of conversations in this working directory.")
    private @Nullable Path project;

    @Option(
            names = "--since",
            paramLabel = "DATE|DURATION",
            description = "Found since: a date (2026-01-31), or a time ago (24h, 7d, 4w).")
    private @Nullable String since;

    @Option(names = "--all", description = "Also those that were superseded or forgotten.")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", description = "How many (default: 100; export: all).")
    private @Nullable Integer limit;

    private final int usual;

    /** Creates a filter with the default limit of 100. */
    MemoryFilter() {
        this(100);
    }

    MemoryFilter(int usual) {
        this.usual = usual;
    }

    /** Returns the selected memories that contain all the words. */
    List<Memory> find(Database database, List<String> words) {
        int most = limit == null ? usual : limit;
        if (most < 1) {
            throw CommandProblem.usage("--limit is " + most + ", must be at least 1");
        }
        String[] states =
                all ? new String[] {"active", "edited", "superseded", "forgotten"} : new String[] {"active", "edited"};
        return database.table(MemorySearch.class)
                .find(
                        kind == null ? null : kind.name().toLowerCase(Locale.ROOT),
                        project == null
                                ? null
                                : project.toAbsolutePath().normalize().toString(),
                        day(),
                        states,
                        words.stream().map(MemoryFilter::pattern).toArray(String[]::new),
                        most);
    }

    /** Returns the day to filter by. A memory's day is that of its messages in UTC. */
    private @Nullable LocalDate day() {
        return since == null ? null : LocalDate.ofInstant(Since.of(since, Instant.now()), ZoneOffset.UTC);
    }

    private static String pattern(String word) {
        String literal = word.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + literal + "%";
    }
}
