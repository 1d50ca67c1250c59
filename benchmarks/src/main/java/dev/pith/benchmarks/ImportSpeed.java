package dev.pith.benchmarks;

import dev.pith.activities.intake.Receipt;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.reading.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Import, token counts included, in bytes of file read, of packed ones unpacked; every round into an empty store. */
final class ImportSpeed {

    private static final int ROUNDS = 6;
    private static final long GENERATED_BYTES = 60_000_000;

    private ImportSpeed() {}

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        List<Path> files = arguments.length == 0 ? generated() : files(arguments);
        try (Bench bench = Bench.open(Engine.Needs.STORE)) {
            Series warm = new Series("import, warm", "MB/s");
            for (int round = 0; round < ROUNDS; round++) {
                bench.clear();
                double speed = round(bench, files);
                if (round > 0) {
                    warm.add(speed);
                }
            }
            warm.print();
        }
        if (arguments.length == 0) {
            Files.delete(files.get(0));
        }
    }

    private static double round(Bench bench, List<Path> files) throws IOException, NotAConversationException {
        long bytes = 0;
        for (Path file : files) {
            bytes += unpackedSize(file);
        }
        long messages = 0;
        long start = System.nanoTime();
        for (Path file : files) {
            messages += bench.take(file).stream().mapToLong(Receipt::appended).sum();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d files, %.1f MB, %d messages in %.2f s: %.1f MB/s%n",
                files.size(),
                bytes / 1e6,
                messages,
                seconds,
                bytes / 1e6 / seconds);
        return bytes / 1e6 / seconds;
    }

    private static long unpackedSize(Path file) throws IOException {
        try (InputStream in = SourceFile.of(file).open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static List<Path> files(String[] arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            try (Stream<Path> found = Files.walk(Path.of(argument))) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static List<Path> generated() throws IOException {
        Path file = Files.createTempFile("pith-bench-", ".jsonl");
        new GeneratedSession(1, 120).write(file, Long.MAX_VALUE, GENERATED_BYTES);
        return List.of(file);
    }
}
