package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Memory;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Formats memories as lines and as JSON objects. */
public final class MemoryPrint {

    private MemoryPrint() {}

    /** Prints a line or an object for each memory. */
    public static void lines(List<Memory> memories, Output output, PrintWriter out) {
        for (Memory memory : memories) {
            out.println(output == Output.JSON ? JsonLines.of(object(memory)) : line(memory));
        }
    }

    private static String line(Memory memory) {
        return "%-16s  %s  %-10s  %s%s"
                .formatted(
                        memory.id(),
                        memory.lastDay(),
                        lower(memory.kind()),
                        memory.holds() ? "" : "(" + lower(memory.state()) + ") ",
                        memory.text().replaceAll("\\s*\\R\\s*", " "));
    }

    static Map<String, Object> object(Memory memory) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("memory", memory.id());
        object.put("kind", lower(memory.kind()));
        object.put("text", memory.text());
        object.put("state", lower(memory.state()));
        object.put("day", memory.day().toString());
        object.put("lastDay", memory.lastDay().toString());
        object.put("sightings", memory.sightings());
        object.put("project", memory.project());
        object.put("conversation", memory.conversation());
        object.put("fromSeq", memory.fromSeq());
        object.put("toSeq", memory.toSeq());
        object.put("source", lower(memory.source()));
        object.put("supersededBy", memory.supersededBy());
        return object;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
