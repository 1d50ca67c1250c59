package dev.pith.starter.importing.discovery;

import dev.pith.starter.importing.reading.ImportSummary;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** A program whose sessions can be found without being named. Names tell here, content when they are imported. */
public enum SessionProgram {
    CLAUDE_CODE,
    CODEX,
    OPENCODE,
    PI;

    /** Where opencode keeps what sessions consist of; beside them lie differences, to-dos and projects. */
    private static final Set<String> OPENCODE_RECORDS = Set.of("session", "message", "part");

    /** The name for it, as in {@link ImportSummary#format()}. */
    public String source() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a file that lies so in the program's folder is a session, by its name. */
    boolean isSession(Path inFolder) {
        return this == OPENCODE ? inFolder.startsWith("session") && isRecord(inFolder) : isRecord(inFolder);
    }

    /** Whether it holds a session, or what belongs to one. */
    boolean isRecord(Path inFolder) {
        return leadsToSessions(inFolder) && inFolder.toString().endsWith(this == OPENCODE ? ".json" : ".jsonl");
    }

    /** Codex packs sessions that nobody touched for a week. */
    boolean isPacked(Path inFolder) {
        return this == CODEX && inFolder.toString().endsWith(".jsonl.zst");
    }

    boolean leadsToSessions(Path inFolder) {
        String first = inFolder.getName(0).toString();
        return this != OPENCODE || first.isEmpty() || OPENCODE_RECORDS.contains(first);
    }
}
