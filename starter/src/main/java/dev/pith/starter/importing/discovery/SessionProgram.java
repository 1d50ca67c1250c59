package dev.pith.starter.importing.discovery;

import dev.pith.starter.importing.reading.ImportSummary;
import dev.pith.starter.importing.reading.PackedNames;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A program whose sessions are found automatically. Discovery goes by names, the import by content. */
public enum SessionProgram {
    CLAUDE_CODE("", ".jsonl"),
    CODEX("", ".jsonl"),
    OPENCODE("", ".json"),
    PI("", ".jsonl"),
    GEMINI("chats", ".jsonl|.json"),
    COPILOT("", "events.jsonl"),
    QWEN("", ".jsonl"),
    CURSOR("agent-transcripts", ".jsonl"),
    KIMI("agents", "wire.jsonl"),
    OPENCLAW("", ".jsonl|openclaw-agent.sqlite"),
    HERMES("", "state.db"),
    GOOSE("", "sessions.db"),
    DROID("", ".jsonl"),
    GROK("", "chat_history.jsonl"),
    ANTIGRAVITY("logs", "transcript.jsonl|transcript_full.jsonl");

    /** The folders of opencode's session records; others hold diffs, to-dos and projects. */
    private static final Set<String> OPENCODE_RECORDS = Set.of("session", "message", "part");

    /** Marks OpenClaw's copies of a session's state before a compaction. */
    private static final String CHECKPOINT = ".checkpoint.";

    /** The form of a session of Cursor's agent that is in no folder of transcripts. */
    private static final String CURSOR_DATABASE = "store.db";

    private static final Pattern BAR = Pattern.compile("\\|");

    private final String within;
    private final String endings;

    /**
     * @param within a folder that every session is in, at any depth; empty for none
     * @param endings ends of the names of its files, with bars between them
     */
    SessionProgram(String within, String endings) {
        this.within = within;
        this.endings = endings;
    }

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
        if (this == CURSOR && inFolder.endsWith(CURSOR_DATABASE)) {
            return true;
        }
        return leadsToSessions(inFolder)
                && !(this == OPENCLAW && inFolder.toString().contains(CHECKPOINT))
                && (within.isEmpty()
                        || StreamSupport.stream(inFolder.spliterator(), false)
                                .anyMatch(folder -> folder.toString().equals(within)))
                && BAR.splitAsStream(endings).anyMatch(ending -> PackedNames.endsWith(inFolder, ending));
    }

    /** Returns whether all sessions have the same file name, so that only their folders tell them apart. */
    boolean isNamedByFolder() {
        return BAR.splitAsStream(endings).noneMatch(ending -> ending.startsWith("."));
    }

    boolean leadsToSessions(Path inFolder) {
        String first = inFolder.getName(0).toString();
        return this != OPENCODE || first.isEmpty() || OPENCODE_RECORDS.contains(first);
    }
}
