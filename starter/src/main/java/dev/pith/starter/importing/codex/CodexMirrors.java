package dev.pith.starter.importing.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.Fingerprint;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.HarnessText;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.LineReader;
import dev.pith.starter.importing.reading.LineRecords;
import dev.pith.starter.importing.reading.Needle;
import dev.pith.starter.importing.reading.SourceFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the user typed into Codex, by the display log. The model's log also has instructions, skills and notices
 * in the user's role; only text in both logs is a person's. A first pass over the file collects hashes of both.
 */
public final class CodexMirrors {

    private static final Needle EVENT = new Needle("\"user_message\"");
    private static final Needle USER = new Needle("\"user\"");

    private final Set<Long> said = new HashSet<>();
    private final Set<Long> items = new HashSet<>();

    private CodexMirrors() {}

    /** Returns an instance for a source without a display log. */
    public static CodexMirrors none() {
        return new CodexMirrors();
    }

    static CodexMirrors scan(SourceFile source) throws IOException {
        CodexMirrors mirrors = new CodexMirrors();
        LineRecords records = new LineRecords(Set.of());
        try (LineReader lines = new LineReader(source.open())) {
            while (lines.next()) {
                if (lines.contains(EVENT, 512) || lines.contains(USER)) {
                    records.in(lines).records().forEach(mirrors::record);
                }
            }
        }
        return mirrors;
    }

    /** Returns what a person typed according to an event, or null. */
    static @Nullable String said(JsonNode event) {
        String kind = JsonFields.text(event, "kind", "plain");
        String text = JsonFields.text(event, "message");
        boolean typed = JsonFields.text(event, "type", "").equals("user_message")
                && (kind.equals("plain") || kind.equals("user_message"));
        return typed && text != null && !text.isBlank() ? text : null;
    }

    /** Returns whether the model's log contains a text of the display log. */
    boolean isItem(String text) {
        return items.contains(Fingerprint.of(text.strip()));
    }

    /**
     * Returns who wrote an item in the user's role, part by part. Versions without events are judged by the text alone.
     */
    HarnessMarkup.Told told(JsonNode content) {
        List<Part> parts = ContentBlocks.parts(content);
        if (said.isEmpty()) {
            return HarnessMarkup.told(parts);
        }
        Set<Long> texts = new HashSet<>();
        collect(content, texts);
        texts.retainAll(said);
        if (texts.isEmpty()) {
            return new HarnessMarkup.Told(Origin.HARNESS, parts);
        }
        boolean blockwise = parts.stream().anyMatch(this::isSaid);
        HarnessMarkup.Told told = HarnessMarkup.told(parts.stream()
                .map(part ->
                        blockwise && part instanceof Part.Text && !isSaid(part) ? new Part.Notice(part.text()) : part)
                .toList());
        return new HarnessMarkup.Told(Origin.PERSON, told.parts());
    }

    private boolean isSaid(Part part) {
        return part instanceof Part.Text text
                && (said.contains(Fingerprint.of(text.text().strip()))
                        || said.contains(
                                Fingerprint.of(HarnessText.of(text.text()).words())));
    }

    private void record(JsonNode record) {
        JsonNode payload = record.path("payload");
        String typed = said(payload);
        if (typed != null) {
            said.add(Fingerprint.of(typed.strip()));
        } else if (JsonFields.text(payload, "role", "").equals("user")) {
            collect(payload.path("content"), items);
        }
    }

    private static void collect(JsonNode content, Set<Long> into) {
        StringBuilder all = new StringBuilder();
        for (JsonNode block : content.isArray() ? content : List.<JsonNode>of()) {
            String text = JsonFields.text(block, "text", "");
            both(text, into);
            all.append(text);
        }
        both(content.isTextual() ? content.textValue() : all.toString(), into);
    }

    /** Adds the hashes with and without an editor's context, which the display may omit. */
    private static void both(String text, Set<Long> into) {
        into.add(Fingerprint.of(text.strip()));
        into.add(Fingerprint.of(HarnessText.of(text).words()));
    }
}
