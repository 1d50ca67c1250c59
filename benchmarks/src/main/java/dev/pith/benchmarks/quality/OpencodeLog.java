package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.benchmarks.quality.Event.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An export of opencode: one document, cut between the parts of its messages. */
record OpencodeLog(ObjectNode document, List<Unit> units) implements Log {

    /** Null where it is no such export. */
    static @Nullable OpencodeLog read(Path file) throws IOException {
        JsonNode document = LinesLog.parse(Files.readString(file));
        if (!(document instanceof ObjectNode object)
                || !document.path("messages").isArray()) {
            return null;
        }
        List<Unit> units = new ArrayList<>();
        int line = 0;
        for (JsonNode message : document.path("messages")) {
            line++;
            String role = message.path("info").path("role").asText();
            for (JsonNode part : message.path("parts")) {
                units.add(new Unit("", events(role, part, line), null, isBoundary(part)));
            }
        }
        return units.isEmpty() ? null : new OpencodeLog(object, List.copyOf(units));
    }

    private static boolean isBoundary(JsonNode part) {
        return part.path("type").asText().equals("compaction");
    }

    private static List<Event> events(String role, JsonNode part, int line) {
        if (part.path("type").asText().equals("text")) {
            Kind kind = role.equals("assistant") ? Kind.AGENT : Kind.USER;
            return List.of(Event.said(
                    line,
                    part.path("synthetic").asBoolean() ? Kind.META : kind,
                    part.path("text").asText()));
        }
        if (!part.path("type").asText().equals("tool")) {
            return List.of();
        }
        JsonNode state = part.path("state");
        boolean error = state.path("status").asText().equals("error");
        JsonNode exit = state.path("metadata").path("exit");
        Outcome outcome = exit.isInt() ? Outcome.exit(exit.intValue()) : error ? Outcome.FAILURE : Outcome.SUCCESS;
        String id = part.path("callID").asText() + "/" + part.path("id").asText();
        String output = state.path(error ? "error" : "output").asText();
        return List.of(
                Event.call(line, part.path("tool").asText().toLowerCase(Locale.ROOT), state.path("input"), id),
                Event.result(line, id, output, outcome));
    }

    @Override
    public String format() {
        return "opencode";
    }

    /** What the document says about the rest, counts and differences, is left out. */
    @Override
    public String text(int from, int to) {
        ObjectNode head = document.deepCopy();
        ArrayNode messages = head.putArray("messages");
        int place = 0;
        for (JsonNode message : document.path("messages")) {
            ObjectNode copy = message.deepCopy();
            ArrayNode parts = copy.putArray("parts");
            for (JsonNode part : message.path("parts")) {
                if (place >= from && place < to) {
                    parts.add(part.deepCopy());
                }
                place++;
            }
            if (!parts.isEmpty()) {
                messages.add(withoutSummary(copy));
            }
        }
        return withoutSummary(head).toString() + "\n";
    }

    private static ObjectNode withoutSummary(ObjectNode node) {
        if (node.path("info") instanceof ObjectNode info) {
            info.remove("summary");
        }
        return node;
    }
}
