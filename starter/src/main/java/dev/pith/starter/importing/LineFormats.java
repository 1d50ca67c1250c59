package dev.pith.starter.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.antigravity.AntigravityReader;
import dev.pith.starter.importing.chat.ChatLinesReader;
import dev.pith.starter.importing.claude.ClaudeCodeReader;
import dev.pith.starter.importing.codex.CodexReader;
import dev.pith.starter.importing.copilot.CopilotReader;
import dev.pith.starter.importing.cursor.CursorReader;
import dev.pith.starter.importing.droid.DroidReader;
import dev.pith.starter.importing.gemini.GeminiLinesReader;
import dev.pith.starter.importing.gemini.GeminiReader;
import dev.pith.starter.importing.grok.GrokReader;
import dev.pith.starter.importing.kimi.KimiReader;
import dev.pith.starter.importing.pi.PiReader;
import dev.pith.starter.importing.qwen.QwenReader;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.RecordShapes;
import dev.pith.starter.importing.reading.SourceFile;
import org.jspecify.annotations.Nullable;

/** The formats of JSON lines. */
final class LineFormats {

    private LineFormats() {}

    /** Returns the name of a record's format; null if the record is inconclusive. */
    static @Nullable String of(JsonNode record) {
        if (CopilotReader.recognizes(record)) {
            return CopilotReader.NAME;
        }
        if (QwenReader.recognizes(record)) {
            return QwenReader.NAME;
        }
        if (CursorReader.recognizes(record)) {
            return CursorReader.NAME;
        }
        if (DroidReader.recognizes(record)) {
            return DroidReader.NAME;
        }
        if (GrokReader.recognizes(record)) {
            return GrokReader.NAME;
        }
        if (AntigravityReader.recognizes(record)) {
            return AntigravityReader.NAME;
        }
        return KimiReader.recognizes(record) ? KimiReader.NAME : RecordShapes.formatOf(record);
    }

    /** Returns the name of a file's format; one format may be of two programs, which the file's place tells apart. */
    static String name(String format, SourceFile source) {
        return format.equals("pi") ? PiReader.name(source) : format;
    }

    static FormatReader reader(String format) {
        return switch (format) {
            case "claude-code" -> new ClaudeCodeReader();
            case "codex" -> new CodexReader();
            case "pi" -> new PiReader();
            case GeminiReader.NAME -> new GeminiLinesReader();
            case CopilotReader.NAME -> new CopilotReader();
            case QwenReader.NAME -> new QwenReader();
            case CursorReader.NAME -> new CursorReader();
            case KimiReader.NAME -> new KimiReader();
            case DroidReader.NAME -> new DroidReader();
            case GrokReader.NAME -> new GrokReader();
            case AntigravityReader.NAME -> new AntigravityReader();
            default -> new ChatLinesReader();
        };
    }
}
