package dev.pith.starter.importing.discovery;

import dev.pith.starter.importing.reading.ImportSummary;
import dev.pith.starter.importing.reading.PackedNames;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** A program whose sessions are found automatically. Discovery goes by names, the import by content. */
public enum SessionProgram {
    CLAUDE_CODE,
    CODEX,
    OPENCODE,
    PI;

    /** The folders of opencode's session records; others hold diffs, to-dos and projects. */
    private static final Set<String> OPENCODE_RECORDS = Set.of("session", "message", "part");

    /** Returns the program's name, as in {@link ImportSummary#format()}. */
    public String source() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether a file is a session, by its path within the program's folder. */
    boolean isSession(Path inFolder) {
        return this == OPENCODE ? inFolder.startsWith("session") && isRecord(inFolder) : isRecord(inFolder);
    }

    /** Returns whether a file holds a session or belongs to one. Codex packs sessions that rest for a week. */
    boolean isRecord(Path inFolder) {
        return leadsToSessions(inFolder)
                && (this == OPENCODE
                        ? inFolder.toString().endsWith(".json")
                        : PackedNames.endsWith(inFolder, ".jsonl"));
    }

    boolean leadsToSessions(Path inFolder) {
        String first = inFolder.getName(0).toString();
        return this != OPENCODE || first.isEmpty() || OPENCODE_RECORDS.contains(first);
    }
}
