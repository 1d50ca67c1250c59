package dev.pith.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long Claude Code waits for {@code ./pith hook claude-code} after a compaction of a session of 20 MB. */
final class HookTime {

    private static final int RUNS = 11;
    private static final long BYTES = 20_000_000;

    private HookTime() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("pith-bench-");
        try {
            Path session = directory.resolve("session.jsonl");
            if (arguments.length == 0) {
                new GeneratedSession(1, 120).write(session, Long.MAX_VALUE, BYTES);
            } else {
                session = Path.of(arguments[0]).toAbsolutePath();
            }
            Path input = Files.writeString(directory.resolve("input.json"), """
                    {"hook_event_name":"SessionStart","source":"compact","transcript_path":"%s"}
                    """.formatted(session));
            // The build and the archive of classes are not what is measured.
            run(directory, input, "--help");
            Machine.describe();
            Series series = new Series("./pith hook claude-code, " + Files.size(session) / 1_000_000 + " MB", "s");
            for (int run = 0; run < RUNS; run++) {
                series.add(run(directory, input, "hook", "claude-code"));
                if (Files.size(directory.resolve("out")) == 0) {
                    throw new IOException("the hook said nothing");
                }
            }
            series.print();
        } finally {
            Bench.delete(directory);
        }
    }

    private static double run(Path directory, Path input, String... arguments)
            throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("pith.root", "."), "pith").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        long begin = System.nanoTime();
        new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .start()
                .waitFor();
        return (System.nanoTime() - begin) / 1e9;
    }
}
