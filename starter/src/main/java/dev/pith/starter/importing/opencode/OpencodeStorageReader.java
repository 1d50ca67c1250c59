package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session from opencode's storage folder, where session, messages and parts are separate files: {@code
 * session/<project>/<session>.json}, {@code message/<session>/<message>.json}, {@code part/<message>/<part>.json}.
 * Older versions store all parts in one folder.
 */
public final class OpencodeStorageReader implements FormatReader {

    /** The allowed ids; opencode's own consist of letters, digits and underscores. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}");

    private final JsonNode info;

    public OpencodeStorageReader(JsonNode info) {
        this.info = info;
    }

    public static boolean recognizes(JsonNode document) {
        return JsonFields.text(document, "id") != null
                && document.path("time").path("created").isNumber()
                && (document.has("projectID") || document.has("directory"));
    }

    /**
     * Returns the folder that contains {@code session} and {@code message}; null if the file is not in a storage
     * folder.
     */
    public static @Nullable Path storage(Path session) {
        Path folder = session.toAbsolutePath().getParent();
        for (int up = 0; folder != null && up < 4; up++) {
            if (Files.isDirectory(folder.resolve("message"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        return null;
    }

    @Override
    public void read(ImportRun run) throws IOException {
        Path storage = storage(run.source().file());
        if (storage == null) {
            return;
        }
        String session = JsonFields.text(info, "id", "");
        if (!isPlain(session, run)) {
            return;
        }
        ConversationWriter writer = run.conversation(OpencodeMessage.draft(info));
        OpencodeMessage messages = new OpencodeMessage(run, writer, info);
        List<JsonNode> found = records(storage.resolve("message").resolve(session), run);
        found.sort(Comparator.comparingDouble((JsonNode message) ->
                        message.path("time").path("created").asDouble())
                .thenComparing(message -> JsonFields.text(message, "id", "")));
        Map<String, List<JsonNode>> loose = loose(storage, found, run);
        for (JsonNode message : found) {
            String id = JsonFields.text(message, "id", "");
            List<JsonNode> parts =
                    isPlain(id, run) ? records(storage.resolve("part").resolve(id), run) : List.of();
            messages.add(message, parts.isEmpty() ? loose.getOrDefault(id, List.of()) : parts);
        }
        messages.end();
    }

    /** Checks an id, which becomes a folder name: one that could lead elsewhere is rejected. */
    private static boolean isPlain(String id, ImportRun run) {
        boolean plain = PLAIN.matcher(id).matches();
        if (!plain) {
            run.tally().damaged(1);
            run.tally().note("an id that is no name of a file is not followed: \"" + id + "\"");
        }
        return plain;
    }

    /** Returns the parts of older versions, which share one folder and name their message. */
    private static Map<String, List<JsonNode>> loose(Path storage, List<JsonNode> messages, ImportRun run)
            throws IOException {
        Map<String, List<JsonNode>> byMessage = new HashMap<>();
        messages.forEach(message -> byMessage.put(JsonFields.text(message, "id", ""), new ArrayList<>()));
        for (JsonNode part : records(storage.resolve("part"), run)) {
            List<JsonNode> parts = byMessage.get(JsonFields.text(part, "messageID", ""));
            if (parts != null) {
                parts.add(part);
            }
        }
        return byMessage;
    }

    /** Returns the records of a folder, ordered by name. */
    private static List<JsonNode> records(Path folder, ImportRun run) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return records;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                try {
                    records.add(record(Files.readAllBytes(file), file, run));
                    run.tally().record();
                } catch (JsonProcessingException e) {
                    run.tally().damaged(1);
                    run.tally().note(file.getFileName() + " cannot be read as JSON and is skipped");
                }
            }
        }
        return records;
    }

    private static JsonNode record(byte[] bytes, Path file, ImportRun run) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            run.tally().note("bytes that are no UTF-8 were read as U+FFFD in " + file.getFileName());
        }
        return JsonFields.MAPPER.readTree(text);
    }
}
