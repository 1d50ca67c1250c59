package dev.pith.starter.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.chat.ChatDocumentReader;
import dev.pith.starter.importing.chat.DatedPairsReader;
import dev.pith.starter.importing.chatgpt.ChatGptReader;
import dev.pith.starter.importing.claude.ClaudeDocumentReader;
import dev.pith.starter.importing.claudeai.ClaudeAiReader;
import dev.pith.starter.importing.gemini.GeminiReader;
import dev.pith.starter.importing.hermes.HermesDocumentReader;
import dev.pith.starter.importing.opencode.OpencodeExportReader;
import dev.pith.starter.importing.opencode.OpencodeStorageReader;
import dev.pith.starter.importing.reading.BulkLines;
import dev.pith.starter.importing.reading.ChatShapes;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportSummary;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import dev.pith.starter.importing.reading.LineReader;
import dev.pith.starter.importing.reading.LineRecords;
import dev.pith.starter.importing.reading.PackedNames;
import dev.pith.starter.importing.reading.SourceFile;
import dev.pith.starter.importing.responses.ResponsesReader;
import dev.pith.starter.importing.sqlite.DatabaseFormat;
import dev.pith.starter.importing.sqlite.DatabaseReader;
import dev.pith.starter.importing.sqlite.SqliteHeader;
import dev.pith.starter.importing.text.PlainTextReader;
import dev.pith.starter.importing.text.SpeakerNames;
import dev.pith.starter.importing.txcript.SimpleReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Detects the format of a source by its content, without sending anything to a sink. */
final class FormatDetector {

    /** The number of inconclusive lines to read before giving up; bulk lines do not count. */
    private static final int PATIENCE = 2_000;

    private static final List<String> DATABASES = List.of(".db", ".sqlite", ".sqlite3", ".vscdb");

    /** @param format the format's name, as in {@link ImportSummary#format()} */
    record Detected(String format, FormatReader reader) {}

    private final SourceFile source;
    private final Set<String> kinds = new LinkedHashSet<>();

    private FormatDetector(SourceFile source) {
        this.source = source;
    }

    /** @param prose whether text without speakers counts as a conversation: only if the user named the file */
    static Detected detect(SourceFile source, boolean prose) throws IOException, NotAConversationException {
        return new FormatDetector(source).detect(prose);
    }

    private Detected detect(boolean prose) throws IOException, NotAConversationException {
        if (isDatabase()) {
            return database();
        }
        TextSample sample = TextSample.of(source);
        Detected found = sample.looksLikeJson() ? json(sample) : null;
        if (found != null) {
            return found;
        }
        TextSample.Problem problem = sample.problem();
        if (source.breakage() != null && (problem != null || sample.looksLikeJson())) {
            throw NotAConversationException.cured(
                    source.name(), "a packed file that " + source.breakage(), "copy or pack it again");
        }
        if (problem != null) {
            throw NotAConversationException.cured(source.name(), problem.found(), problem.cure());
        }
        if (sample.looksLikeJson()) {
            throw new NotAConversationException(source.name(), otherJson(), !kinds.isEmpty());
        }
        String promised = promised();
        if (promised != null) {
            throw NotAConversationException.cured(
                    source.name(), "plain text where the name promises " + promised, "rename the file to import it");
        }
        if (!prose && !SpeakerNames.scan(source).present()) {
            throw new NotAConversationException(source.name(), "text without speakers");
        }
        return new Detected("text", new PlainTextReader());
    }

    /** Returns what the file's name promises that text cannot be: such a file is not what it was meant to be. */
    private @Nullable String promised() throws IOException {
        if (source.name().endsWith(PackedNames.ENDING)) {
            return source.isPacked() ? null : "a packed file";
        }
        return DATABASES.stream().anyMatch(source.name()::endsWith) ? "a database" : null;
    }

    private boolean isDatabase() throws IOException {
        try (InputStream in = source.open()) {
            return SqliteHeader.isIn(in);
        }
    }

    private Detected database() throws IOException, NotAConversationException {
        DatabaseFormat format = DatabaseFormats.of(source);
        return new Detected(format.name(), new DatabaseReader(format));
    }

    private @Nullable Detected json(TextSample sample) throws IOException {
        if (sample.startsWith('[')) {
            return document();
        }
        Detected document = sample.startsWith('{') && !firstLineIsWhole() ? document() : null;
        Detected lines = document == null ? lines() : document;
        return lines == null ? document() : lines;
    }

    private boolean firstLineIsWhole() throws IOException {
        try (LineReader lines = new LineReader(source.open())) {
            while (lines.next()) {
                if (lines.length() > 0) {
                    return !lines.tooLong() && JsonRecords.countWhole(lines) > 0;
                }
            }
            return false;
        }
    }

    private @Nullable Detected lines() throws IOException {
        int patience = PATIENCE;
        try (LineReader lines = new LineReader(source.open())) {
            while (patience > 0 && lines.next()) {
                if (lines.length() == 0 || lines.tooLong()) {
                    continue;
                }
                String bulk = BulkLines.kind(lines);
                if (bulk != null) {
                    kinds.add(bulk);
                    continue;
                }
                JsonNode sketch = sketch(lines);
                String format = LineFormats.of(sketch);
                if (format != null) {
                    boolean wholeDocument = ChatShapes.messageKey(sketch) != null && isLast(lines);
                    return wholeDocument
                            ? document()
                            : new Detected(LineFormats.name(format, source), LineFormats.reader(format));
                }
                remember(sketch);
                patience--;
            }
        }
        return null;
    }

    private static boolean isLast(LineReader lines) throws IOException {
        if (JsonRecords.countWhole(lines) != 1) {
            return false;
        }
        while (lines.next()) {
            if (lines.length() > 0) {
                return false;
            }
        }
        return true;
    }

    /** Sketches a line's first record; if that is truncated or damaged, the first whole record after it. */
    private static JsonNode sketch(LineReader line) throws IOException {
        JsonNode sketch = DocumentSketch.of(line);
        if (LineFormats.of(sketch) != null || JsonRecords.countWhole(line) > 0) {
            return sketch;
        }
        JsonNode whole = LineRecords.first(line);
        return whole == null ? sketch : whole;
    }

    private @Nullable Detected document() throws IOException {
        JsonNode sketch = DocumentSketch.of(source);
        if (OpencodeExportReader.recognizes(sketch)) {
            return new Detected("opencode", new OpencodeExportReader(sketch));
        }
        if (OpencodeStorageReader.recognizes(sketch) && OpencodeStorageReader.storage(source.file()) != null) {
            return new Detected("opencode", new OpencodeStorageReader(sketch));
        }
        if (sketch.path(ClaudeDocumentReader.KEY).isArray()) {
            return new Detected("claude-code", new ClaudeDocumentReader());
        }
        Detected export = export(sketch);
        if (export != null) {
            return export;
        }
        JsonNode like = sketch.isArray() ? sketch.path(0) : sketch;
        String key = ChatShapes.messageKey(like);
        if (key != null || (sketch.isArray() && ChatShapes.isElement(like))) {
            JsonNode element = key == null ? like : like.path(key).path(0);
            return new Detected(ChatShapes.source(element), new ChatDocumentReader(sketch));
        }
        if (sketch.isObject()
                && !sketch.isEmpty()
                && DatedPairsReader.isUser(sketch.iterator().next())) {
            return new Detected("pairs", new DatedPairsReader());
        }
        if (kinds.isEmpty()) {
            remember(sketch);
        }
        return null;
    }

    /** Detects sessions and exports that are one JSON document; null if it is none of them. */
    private static @Nullable Detected export(JsonNode sketch) {
        if (ChatGptReader.recognizes(sketch)) {
            return new Detected(ChatGptReader.NAME, new ChatGptReader());
        }
        if (ClaudeAiReader.recognizes(sketch)) {
            return new Detected(ClaudeAiReader.NAME, new ClaudeAiReader());
        }
        if (HermesDocumentReader.recognizes(sketch)) {
            return new Detected(HermesDocumentReader.NAME, new HermesDocumentReader(sketch));
        }
        if (GeminiReader.recognizes(sketch)) {
            return new Detected(GeminiReader.NAME, new GeminiReader(sketch));
        }
        if (SimpleReader.recognizes(sketch)) {
            return new Detected(SimpleReader.NAME, new SimpleReader(sketch));
        }
        return ResponsesReader.recognizes(sketch) ? new Detected(ResponsesReader.NAME, new ResponsesReader()) : null;
    }

    /** Remembers how to name an unrecognized record: by its type, else by its keys. */
    private void remember(JsonNode record) {
        String type = JsonFields.text(record, "type");
        if (type != null) {
            kinds.add(type);
        } else {
            record.fieldNames().forEachRemaining(name -> kinds.add(name));
        }
    }

    private String otherJson() {
        List<String> named = new ArrayList<>(kinds).subList(0, Math.min(6, kinds.size()));
        return "JSON of another kind" + (named.isEmpty() ? "" : " (" + String.join(", ", named) + ")");
    }
}
