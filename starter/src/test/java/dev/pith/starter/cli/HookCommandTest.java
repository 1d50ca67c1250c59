package dev.pith.starter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in processes of its own, with what Claude Code would give it and with what it never should. */
@Tag("servers")
class HookCommandTest {

    private static final String SETTINGS = """
            {
              "model": "opus",
              "scale": 1.50,
              "hooks": {
                "SessionStart": [
                  {
                    "matcher": "startup",
                    "hooks": [
                      {
                        "type": "command",
                        "command": "echo it's not pith hook claude-code time"
                      }
                    ]
                  }
                ],
                "Stop": []
              },
              "unknown": "世界"
            }
            """;

    @TempDir
    Path directory;

    Path settings;

    @BeforeEach
    void name() {
        settings = directory.resolve("settings.json");
    }

    @Test
    void answersWithoutWaitingForTheEndOfItsInput() throws Exception {
        Path transcript = Files.writeString(directory.resolve("session.jsonl"), """
                {"type":"user","sessionId":"s","uuid":"u1","message":{"role":"user","content":"Never paint the shed red."}}
                """);
        Process process = start(List.of(), "hook", "claude-code");
        OutputStream in = process.getOutputStream();
        in.write(input(transcript.toString()).getBytes(UTF_8));
        in.flush();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(out).contains("Never paint the shed red.");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void saysNothingWhateverGoesWrong() throws Exception {
        Path text = Files.writeString(directory.resolve("notes.txt"), "Me: buy milk\nYou: yes\n");
        Path fifo = directory.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        for (String input : List.of(
                "",
                "no json",
                "[]",
                "{}",
                "{\"source\":\"compact\",\"x\":\"" + "a".repeat(2_000_000) + "\"}",
                input(directory.resolve("none").toString()),
                input(directory.toString()),
                input(fifo.toString()),
                input("/dev/zero"),
                input("a\\u0000b"),
                input(text.toString()))) {
            assertThat(run(List.of(), input, "hook", "claude-code")).isEqualTo(new Result(0, "", ""));
        }
    }

    @Test
    void verboseSaysInALineWhyItIsSilent() throws Exception {
        assertThat(verbose("no json")).startsWith("pith: hook: Unrecognized token 'no'");
        assertThat(verbose(input(directory.resolve("none").toString())))
                .isEqualTo("pith: hook: the transcript is no file: " + directory.resolve("none"));
        assertThat(verbose("{\"hook_event_name\":\"SessionStart\",\"source\":\"startup\"}"))
                .isEqualTo("pith: hook: only a SessionStart after a compaction (source compact) is answered; this is"
                        + " SessionStart with source startup");
        Path session = Files.writeString(directory.resolve("empty.jsonl"), """
                {"type":"user","sessionId":"s","uuid":"u1","message":{"role":"user","content":"Hello."}}
                """);
        assertThat(verbose(input(session.toString()))).contains("nothing was compacted in " + session);
    }

    private String verbose(String input) throws Exception {
        Result result = run(List.of(), input, "hook", "claude-code", "--verbose");
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).hasLineCount(1);
        return result.err().strip();
    }

    @Test
    void loadsNothingOfTheServers() throws Exception {
        Path session = Files.writeString(directory.resolve("session.jsonl"), """
                {"type":"user","sessionId":"s","uuid":"u1","message":{"role":"user","content":"Never paint the shed red."}}
                """);
        Path loaded = directory.resolve("loaded");
        List<String> log = List.of("-Xlog:class+load:file=" + loaded);
        for (String[] arguments : new String[][] {{"hook", "claude-code"}, {"summarize", session.toString()}}) {
            assertThat(run(log, input(session.toString()), arguments).out()).contains("Never paint the shed red.");
            try (Stream<String> classes = Files.lines(loaded)) {
                assertThat(classes.filter(HookCommandTest::matters))
                        .isNotEmpty()
                        .allMatch(line -> !isOfAServer(line));
            }
        }
    }

    @Test
    void doesNotWaitForever() throws Exception {
        Process process = start(List.of(), "hook", "claude-code");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    @Test
    void installsOnceAndLeavesNothingBehind() throws Exception {
        Files.writeString(settings, SETTINGS);
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), Path.of("settings.json"));

        Result installed = install(link, "--yes");
        assertThat(installed.code()).isZero();
        assertThat(installed.err()).contains("add to hooks.SessionStart", "\"matcher\": \"compact\"");
        assertThat(settings)
                .content()
                .contains("\"command\": \"'/opt/a place/pith' hook claude-code\"", "\"timeout\": 15", "1.50", "世界");
        assertThat(link).isSymbolicLink();
        assertThat(Files.getPosixFilePermissions(settings)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(directory.resolve("link.json.before-pith")).hasContent(SETTINGS);

        String once = Files.readString(settings);
        assertThat(install(link, "--yes").err()).contains("is installed").contains("nothing to change");
        assertThat(settings).hasContent(once);

        assertThat(uninstall(link).code()).isZero();
        assertThat(settings).content().isEqualTo(SETTINGS);
        assertThat(uninstall(link).err()).contains("not installed");
    }

    @Test
    void asksWhereSomebodyCanAnswer() throws Exception {
        Result nobody = install(settings);
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).hasLineCount(1).contains("add --yes");

        List<String> terminal = List.of("-Dpith.launcher=/opt/pith", "-Dpith.answers=true");
        String[] arguments = {"hook", "claude-code", "--install", "--settings", settings.toString()};
        assertThat(run(terminal, "\n", arguments).err()).contains("[y/N]").contains("Nothing was changed");
        assertThat(settings).doesNotExist();
        assertThat(run(terminal, "y\n", arguments).code()).isZero();
        assertThat(settings).content().contains("\"/opt/pith hook claude-code\"");
    }

    @Test
    void leavesSettingsAloneThatItDoesNotUnderstand() throws Exception {
        for (String bad : List.of("{\"a\":1,}", "// c\n{}", "[]", "{\"hooks\":[]}", "{\"a\":1,\"a\":2}", "{} x")) {
            Files.writeString(settings, bad);
            Result refused = install(settings, "--yes");
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).hasLineCount(1).contains("is left as it is");
            assertThat(settings).hasContent(bad);
        }
    }

    private static boolean matters(String line) {
        return line.contains(" dev.pith.activities.summarizing.") || isOfAServer(line);
    }

    private static boolean isOfAServer(String line) {
        return Stream.of("io.temporal.", "io.grpc.", "com.zaxxer.", "org.flywaydb.", "org.jdbi.", "org.postgresql.")
                .anyMatch(line::contains);
    }

    private Result install(Path file, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("hook", "claude-code", "--install", "--settings"));
        arguments.add(file.toString());
        arguments.addAll(List.of(more));
        return run(List.of("-Dpith.launcher=/opt/a place/pith"), "", arguments.toArray(String[]::new));
    }

    private Result uninstall(Path file) throws Exception {
        return run(List.of(), "", "hook", "claude-code", "--uninstall", "--yes", "--settings", file.toString());
    }

    private static String input(String transcript) {
        return "{\"hook_event_name\":\"SessionStart\",\"source\":\"compact\",\"transcript_path\":\"" + transcript
                + "\"}";
    }

    private Result run(List<String> options, String input, String... arguments) throws Exception {
        Process process = start(options, arguments);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        } catch (IOException e) {
            // It need not read to the end.
            assertThat(e).hasMessageContaining("pipe");
        }
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), out, Files.readString(directory.resolve("stderr")));
    }

    private Process start(List<String> options, String... arguments) throws IOException {
        return new ProcessBuilder(JavaCommand.pith(options, arguments))
                .redirectError(directory.resolve("stderr").toFile())
                .start();
    }
}
