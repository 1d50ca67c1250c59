package dev.pith.starter.cli;

import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.Progress;
import dev.pith.starter.runtime.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Run once after a build, by the launcher, in a home of its own: does what users do, so that the archive of loaded classes
 * which the JVM writes at its end holds what they need. Loading them one by one is most of what a short command takes.
 */
final class Rehearsal {

    /** Enough to be worth a summary. */
    private static final int TURNS = 150;

    private Rehearsal() {}

    /** Takes the directory that may be used; the caller removes it. */
    public static void main(String[] arguments) throws IOException {
        // Nobody asked for a download yet.
        System.setProperty("io.temporal.testing.devServerDownloadBaseUrl", "http://127.0.0.1:1");
        Path home = Path.of(arguments[0]);
        Path session = Files.createDirectories(home).resolve("session.jsonl");
        try (Writer out = Files.newBufferedWriter(session)) {
            for (int turn = 1; turn <= TURNS; turn++) {
                out.write(turn(turn));
            }
        }
        command("--help");
        command("summarize", session.toString());
        StackOptions options = StackOptions.both("rehearsal").withoutDownload();
        try (EmbeddedStack stack = EmbeddedStack.acquire(new Home(home), options, Progress.SILENT)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            for (String command : new String[] {"compact", "import", "list"}) {
                command(command, "--home", home.toString(), command.equals("list") ? "--quiet" : session.toString());
            }
        }
    }

    private static void command(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Pith.commandLine(nowhere, nowhere).execute(arguments);
    }

    private static String turn(int number) {
        return """
            {"type":"user","sessionId":"rehearsal","uuid":"u%1$d","timestamp":"2026-01-01T00:00:00Z","message":\
            {"role":"user","content":"Please look at item %1$d again. %2$s"}}
            {"type":"assistant","sessionId":"rehearsal","uuid":"a%1$d","message":{"role":"assistant","id":"m%1$d",\
            "content":[{"type":"tool_use","id":"c%1$d","name":"Bash","input":{"command":"ls %1$d"}}]}}
            {"type":"user","sessionId":"rehearsal","uuid":"r%1$d","message":{"role":"user","content":\
            [{"type":"tool_result","tool_use_id":"c%1$d","content":"src/File%1$d.java"}]}}
            """.formatted(number, "It must be kept because it decides how the next one is done. ".repeat(9));
    }
}
