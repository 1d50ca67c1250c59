package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.StackOptions;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on a machine without any program of Temporal: each has its Temporal inside. PostgreSQL stays up between. */
@Tag("servers")
class InProcessCommandsTest {

    private static final int BACKFILLED = 200;

    @TempDir
    static Path directory;

    private static Home home;
    private static EmbeddedStack servers;

    @BeforeAll
    static void start() throws IOException {
        home = TestHome.withStore(directory.resolve("home"));
        servers = EmbeddedStack.acquire(
                home,
                StackOptions.both("test", progress -> TemporalProgram.missing("none here"))
                        .withoutTemporal(),
                StartupProgress.SILENT);
    }

    @AfterAll
    static void stop() throws IOException {
        servers.close();
        TestHome.leave(home);
    }

    private static Result pith(String... arguments) {
        return Result.in(home, arguments, "--temporal-binary", "off");
    }

    private static Path chat(String name, int turns) throws IOException {
        return Chat.write(directory.resolve(name), turns, 40);
    }

    private static String id(Result imported) throws IOException {
        return imported.objects().get(0).path("conversation").asText();
    }

    @Test
    void aCompactionIsShownUndoneAndDoneAgain() throws Exception {
        Path file = chat("main.json", 60);
        Result compacted = pith("compact", file.toString(), "--output", "json");
        assertThat(compacted.code()).as(compacted.err()).isZero();
        assertThat(compacted.err())
                .contains("pith: Temporal runs inside this process: there is no UI, and running work ends with it");
        assertThat(compacted.objects().get(0).path("outcome").asText()).isEqualTo("COMPACTED");
        String id = id(compacted);
        assertThat(pith("show", id).out()).contains("every message exactly once");
        assertThat(pith("context", id).out()).startsWith("=== Summary of messages 1 to");
        assertThat(pith("status", id)).satisfies(status -> {
            assertThat(status.out()).contains("compacted");
            assertThat(status.err()).isEmpty();
        });
        assertThat(pith("watch", id).out()).startsWith("Compacted: " + id);
        assertThat(pith("compact", id).err()).contains("Nothing to do");
        assertThat(pith("undo", id).out()).contains("version 3");
        assertThat(pith("compact", id, "--output", "json")
                        .objects()
                        .get(0)
                        .path("outcome")
                        .asText())
                .isEqualTo("COMPACTED");
        assertThat(pith("cancel", id).err()).contains("nothing to cancel");
    }

    @Test
    void severalFilesAreCompactedByOneCommand() throws Exception {
        Result both = pith(
                "compact", chat("one.json", 60).toString(), chat("two.json", 60).toString(), "--output", "json");
        assertThat(both.code()).as(both.err()).isZero();
        assertThat(both.out().lines()).hasSize(2).allMatch(line -> line.contains("\"COMPACTED\""));
    }

    @Test
    void aPreviewIsApplied() throws Exception {
        Result preview = pith("compact", chat("preview.json", 60).toString(), "--preview", "--output", "json");
        assertThat(preview.objects().get(0).path("outcome").asText()).isEqualTo("PREVIEWED");
        String id = id(preview);
        assertThat(pith("context", id).out()).startsWith("=== User");
        assertThat(pith("apply", id).code()).isZero();
        assertThat(pith("context", id).out()).startsWith("=== Summary");
    }

    @Test
    void aGistIsWrittenAndFlushesAreDone() throws Exception {
        String id = id(pith("import", chat("gist.json", 60).toString(), "--output", "json"));
        assertThat(pith("compact", "--strategy", "gist", id, "--output", "json")
                        .objects()
                        .get(0)
                        .path("outcome")
                        .asText())
                .isEqualTo("COMPACTED");
        Result flushed = pith("flush", id);
        assertThat(flushed.code()).as(flushed.err()).isZero();
        assertThat(flushed.out()).contains(": done, ");
        Result inline = pith("compact", "--flush", "inline", id, "--output", "json");
        assertThat(inline.code()).as(inline.err()).isZero();
        assertThat(pith("flush", "--wait").err()).contains("No flush is left");
    }

    @Test
    void aBackfillOfSomeHundredEnds() throws Exception {
        Files.createDirectory(directory.resolve("folder"));
        for (int i = 0; i < BACKFILLED; i++) {
            chat("folder/session" + i + ".json", 4);
        }
        String folder = directory.resolve("folder").toString();
        Result first = pith("backfill", folder);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("completed", BACKFILLED + "  compacted");
        assertThat(pith("backfill", folder).out()).contains(BACKFILLED + "  skipped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worker",
                "dev",
                "backfill start --detach",
                "backfill schedule list",
                "backfill schedule --cron 0_3_*_*_*",
                "backfill schedule pause nightly"
            })
    void whatNeedsAServerIsRefusedInOneLine(String command) {
        String[] words = command.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace('_', ' ');
        }
        Result refused = pith(words);
        assertThat(refused.code()).isEqualTo(5);
        assertThat(refused.err())
                .hasLineCount(1)
                .contains(
                        "Temporal server",
                        "; here Temporal runs inside each command (temporal_binary is off). Leave out");
    }

    @Test
    void aMissingKeyIsToldAsWhatItIs() throws Exception {
        Files.writeString(home.root().resolve("pith.toml"), """
                [models.keyed]
                base_url = "http://127.0.0.1:1/v1"
                model = "m"
                api_key_env = "PITH_TEST_KEY_THAT_IS_NOT_SET"
                context_window = 20_000
                """);
        Result refused =
                pith("compact", "--model", "keyed", chat("key.json", 60).toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "model profile keyed needs PITH_TEST_KEY_THAT_IS_NOT_SET, which no running worker has: set it, or choose"
                                + " another model\n");
    }
}
