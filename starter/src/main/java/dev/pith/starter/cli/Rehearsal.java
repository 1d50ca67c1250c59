package dev.pith.starter.cli;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.config.Settings;
import dev.pith.starter.devserver.DevServerPrograms;
import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.NetworkRehearsal;
import dev.pith.starter.runtime.StackOptions;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TemporalSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs typical commands once in a home of its own, so that the JVM's class data sharing archive, written at exit,
 * contains the classes they need. Class loading dominates the run time of a short command. The launcher runs the
 * rehearsal once after a build.
 */
final class Rehearsal {

    /** Enough turns for a compaction to have something to summarize. */
    private static final int TURNS = 150;

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LONGEST_EXIT = Duration.ofSeconds(30);

    private Rehearsal() {}

    /**
     * Runs the rehearsal. Exits with 1 if a command fails, or after two minutes.
     *
     * @param arguments the working directory, which the caller deletes, and optionally the path of Temporal's dev
     * server
     */
    public static void main(String[] arguments) throws IOException {
        // Every command waits for the rehearsal, so one that hangs must end.
        ExitDeadline.begin(LONGEST, LONGEST_EXIT);
        Path home = Path.of(arguments[0]);
        Files.createDirectories(home);
        String one = session(home, "one");
        String another = session(home, "another");
        int failed = failed("--help") + failed("summarize", one);
        TemporalProgram program = program(new Home(home), arguments.length > 1 ? arguments[1] : "");
        String binary = program.found().map(Path::toString).orElse(Settings.OFF);
        if (!program.isFound()) {
            NetworkRehearsal.run();
        }
        StackOptions options = StackOptions.both("rehearsal", progress -> program);
        try (RehearsalModel model = RehearsalModel.start();
                EmbeddedStack stack = EmbeddedStack.acquire(new Home(home), options, StartupProgress.SILENT)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            Files.writeString(home.resolve("pith.toml"), model.configuration());
            failed += in(home, binary, "compact", one)
                    + in(home, binary, "compact", "--model", "rehearsal", "--flush", "off", another)
                    + in(home, binary, "import", one)
                    + in(home, binary, "list", "--quiet")
                    + in(home, binary, "search", "item", "--quiet");
        }
        if (failed > 0) {
            System.exit(1);
        }
    }

    private static String session(Path home, String name) throws IOException {
        Path file = home.resolve(name + ".jsonl");
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int turn = 1; turn <= TURNS; turn++) {
                out.write(turn(name, turn));
            }
        }
        return file.toString();
    }

    /**
     * Returns the given program, else one installed on this machine. Downloads nothing, because the user has not asked
     * for a download.
     */
    private static TemporalProgram program(Home home, String known) {
        DevServerPrograms programs = DevServerPrograms.of(home, System.getenv());
        TemporalSource source = known.isEmpty() ? programs.onThisMachine() : programs.configured(Optional.of(known));
        return source.find(StartupProgress.SILENT);
    }

    private static int in(Path home, String binary, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--home", home.toString(), "--temporal-binary", binary));
        return failed(all.toArray(String[]::new));
    }

    /** Runs a command; returns 0 if it succeeded, else 1. */
    private static int failed(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Pith.commandLine(nowhere, nowhere).execute(arguments) == ExitCode.DONE.code() ? 0 : 1;
    }

    private static String turn(String session, int number) {
        return """
            {"type":"user","sessionId":"%3$s","uuid":"u%1$d","timestamp":"2026-01-01T00:00:00Z","message":\
            {"role":"user","content":"Please look at item %1$d again. %2$s"}}
            {"type":"assistant","sessionId":"%3$s","uuid":"a%1$d","message":{"role":"assistant","id":"m%1$d",\
            "content":[{"type":"tool_use","id":"c%1$d","name":"Bash","input":{"command":"ls %1$d"}}]}}
            {"type":"user","sessionId":"%3$s","uuid":"r%1$d","message":{"role":"user","content":\
            [{"type":"tool_result","tool_use_id":"c%1$d","content":"src/File%1$d.java"}]}}
            """.formatted(
                        number, "It must be kept because it decides how the next one is done. ".repeat(9), session);
    }
}
