package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Extracts from a server's log why it exited: the last line about a full disk or a fatal error, else the last line. */
final class LogTail {

    private static final int ENOUGH = 300;

    private static final List<String> FULL = List.of("No space left on device", "disk is full");

    private LogTail() {}

    static String of(Path log) {
        try {
            String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            String last = last(text, line -> FULL.stream().anyMatch(line::contains))
                    .or(() -> last(text, line -> line.contains("FATAL")))
                    .or(() -> last(text, line -> true))
                    .orElse("");
            return last.length() <= ENOUGH ? last : last.substring(0, ENOUGH) + "…";
        } catch (IOException e) {
            return "no log";
        }
    }

    private static Optional<String> last(String text, Predicate<String> wanted) {
        return text.strip().lines().filter(wanted).reduce((first, second) -> second);
    }
}
