package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A log of one record a line. Lines that cannot be parsed, and repeated records, are passed over. */
record LinesLog(String format, List<Unit> units) implements Log {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<LineFormat> FORMATS = List.of(new Codex(), new PiAgent(), new ClaudeCode());

    /** So many lines may tell nothing about their program. */
    private static final int PATIENCE = 200;

    /** Null where no known program wrote it. */
    static @Nullable LinesLog read(Path file) throws IOException {
        List<String> lines = Files.readString(file).lines().toList();
        LineFormat format = format(lines);
        if (format == null) {
            return null;
        }
        List<Unit> units = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode record = parse(lines.get(i));
            String id = record.path("uuid").asText();
            if (record.isObject() && (id.isEmpty() || seen.add(id))) {
                units.add(new Unit(
                        lines.get(i), format.events(record, i + 1), format.branch(record), format.isBoundary(record)));
            }
        }
        return new LinesLog(format.name(), List.copyOf(units));
    }

    private static @Nullable LineFormat format(List<String> lines) {
        for (String line : lines.subList(0, Math.min(PATIENCE, lines.size()))) {
            JsonNode record = parse(line);
            for (LineFormat format : FORMATS) {
                if (format.wrote(record)) {
                    return format;
                }
            }
        }
        return null;
    }

    /** Missing where it is no JSON. */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public String text(int from, int to) {
        return units.subList(from, to).stream().map(unit -> unit.raw() + "\n").collect(Collectors.joining());
    }
}
