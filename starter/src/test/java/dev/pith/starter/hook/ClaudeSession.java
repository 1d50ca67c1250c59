package dev.pith.starter.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A session of Claude Code as its program writes it down, line by line. */
final class ClaudeSession {

    private final StringBuilder lines = new StringBuilder();
    private int records;

    ClaudeSession person(String words) {
        return line("\"type\":\"user\"", "\"role\":\"user\",\"content\":\"" + words + "\"");
    }

    ClaudeSession person(String words, String branch) {
        String type = "\"type\":\"user\",\"gitBranch\":\"" + branch + "\"";
        return line(type, "\"role\":\"user\",\"content\":\"" + words + "\"");
    }

    ClaudeSession agent(String words) {
        String content = "[{\"type\":\"text\",\"text\":\"" + words + "\"}]";
        return line(
                "\"type\":\"assistant\"", "\"role\":\"assistant\",\"id\":\"m" + records + "\",\"content\":" + content);
    }

    ClaudeSession subagent(String words) {
        return line(
                "\"type\":\"user\",\"isSidechain\":true,\"agentId\":\"a1\"",
                "\"role\":\"user\",\"content\":\"" + words + "\"");
    }

    ClaudeSession boundary() {
        lines.append("{\"type\":\"system\",\"subtype\":\"compact_boundary\",\"sessionId\":\"s\",\"uuid\":\"u")
                .append(records++)
                .append("\",\"compactMetadata\":{\"trigger\":\"auto\",\"preTokens\":1000}}\n");
        return this;
    }

    ClaudeSession nativeSummary(String words) {
        return line("\"type\":\"user\",\"isCompactSummary\":true", "\"role\":\"user\",\"content\":\"" + words + "\"");
    }

    Path in(Path file) throws IOException {
        return Files.writeString(file, lines);
    }

    private ClaudeSession line(String type, String message) {
        lines.append("{")
                .append(type)
                .append(",\"sessionId\":\"s\",\"uuid\":\"u")
                .append(records++);
        lines.append("\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"message\":{");
        lines.append(message).append("}}\n");
        return this;
    }
}
