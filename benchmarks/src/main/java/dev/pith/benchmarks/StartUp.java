package dev.pith.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user waits for: {@code ./pith --help}, and {@code ./pith compact} with the servers down and the home there; with
 * Temporal's dev server and with Temporal inside the process, in turn.
 */
final class StartUp {

    private static final int HELPS = 21;
    private static final int COMPACTIONS = 7;
    private static final int WORDS = 60;
    private static final long CHARACTERS = 200_000;

    private StartUp() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("pith-bench-");
        try {
            // The build and the archive of classes, then the home, are not what is measured.
            pith(home, "--help");
            compact(home, 0);
            Machine.describe();
            Series help = new Series("./pith --help", "s");
            for (int run = 0; run < HELPS; run++) {
                help.add(pith(home, "--help"));
            }
            help.print();
            Series compact = new Series("./pith compact of 200,000 characters", "s");
            Series inside = new Series("the same, Temporal inside the process", "s");
            for (int run = 1; run <= COMPACTIONS; run++) {
                compact.add(compact(home, run));
                inside.add(compact(home, COMPACTIONS + run, "--temporal-binary", "off"));
            }
            compact.print();
            inside.print();
        } finally {
            Bench.delete(home);
        }
    }

    private static double compact(Path home, int seed, String... more) throws IOException, InterruptedException {
        Path session = home.resolve("session.jsonl");
        new GeneratedSession(seed, WORDS).write(session, Long.MAX_VALUE, CHARACTERS);
        List<String> arguments = new ArrayList<>(List.of("compact", "--home", home.toString(), session.toString()));
        arguments.addAll(List.of(more));
        return pith(home, arguments.toArray(String[]::new));
    }

    private static double pith(Path home, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("pith.root", "."), "pith").toString()));
        command.addAll(List.of(arguments));
        File log = home.resolve("pith.log").toFile();
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit + ":\n" + Files.readString(log.toPath()));
        }
        return seconds;
    }
}
