package dev.pith.starter.devserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Extracts from pip's output why it failed. */
final class PipLog {

    private static final int ENOUGH = 200;

    private PipLog() {}

    /** Returns a short cause, never with a URL, since that may contain a password. */
    static String cause(Path log) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .strip()
                .lines()
                .toList();
        if (lines.stream().anyMatch(line -> line.contains("No module named pip"))) {
            return "this Python has no pip";
        }
        if (lines.stream().anyMatch(line -> line.contains("after connection broken by"))) {
            return "the package index cannot be reached";
        }
        String last = lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
        String words = last.replaceFirst("^ERROR: ", "").replaceAll("\\b[a-z+]+://\\S+", "(address)");
        return words.length() <= ENOUGH ? words : words.substring(0, ENOUGH) + "…";
    }
}
