package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last line that a server wrote before it gave up. */
final class LogTail {

    private static final int ENOUGH = 300;

    private LogTail() {}

    static String of(Path log) {
        try {
            String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            String last = text.strip().lines().reduce("", (first, second) -> second);
            return last.length() <= ENOUGH ? last : last.substring(0, ENOUGH) + "…";
        } catch (IOException e) {
            return "no log";
        }
    }
}
