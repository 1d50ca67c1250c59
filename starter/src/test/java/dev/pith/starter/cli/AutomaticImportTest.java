package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.durability.PithProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Imports where everything is automatic, and some sessions are excluded. */
@Tag("servers")
class AutomaticImportTest extends InAModelHome {

    @BeforeAll
    void makeItAutomatic() throws IOException {
        Path settings = home.directory.resolve("home/pith.toml");
        Files.writeString(settings, """
                        context_window = 8_000
                        auto = true
                        ignore_sessions = ["*-secret.json", "**/hidden/*"]
                        store_only_sessions = ["*-archive.json"]
                        """ + Files.readString(settings));
    }

    @Test
    void aFolder_isCompactedWhereItIsFull_inOneLineEach() throws IOException {
        Path folder = Files.createDirectories(home.directory.resolve("mixed"));
        Chat.write(folder.resolve("full.json"), 80, 8);
        Chat.write(folder.resolve("roomy.json"), 4, 8);
        Chat.write(folder.resolve("old-archive.json"), 80, 8);
        Chat.write(folder.resolve("my-secret.json"), 80, 8);
        Result result = home.pith("import", folder.toString(), "--output", "json");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.objects()).as("one object for each import").hasSize(3);
        assertThat(result.err().lines().filter(line -> line.startsWith("Compacted ")))
                .singleElement()
                .asString()
                .containsPattern("Compacted \\S+ \\(openai, 160 messages\\): [\\d,]+ → [\\d,]+ tokens");
        assertThat(result.err().lines().filter(line -> line.startsWith("Not compacted: ")))
                .singleElement()
                .asString()
                .contains("store_only_sessions has \"*-archive.json\"");
        assertThat(result.err())
                .contains("Passed over " + folder.resolve("my-secret.json")
                        + ", since ignore_sessions has \"*-secret.json\"")
                .doesNotContain("Not needed");
    }

    @Test
    void anIgnoredSession_thatIsNamed_isRefusedWithTheCure() throws IOException {
        Path file = Chat.write(home.directory.resolve("named-secret.json"), 4, 8);
        for (List<String> command : List.of(
                List.of("import"),
                List.of("compact"),
                List.of("compact", "--if-needed"),
                List.of("compact", "--dry-run"))) {
            Result refused = home.pith(
                    Stream.concat(command.stream(), Stream.of(file.toString())).toArray(String[]::new));

            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err().strip())
                    .endsWith(file + " is not imported, since ignore_sessions has \"*-secret.json\": take that out of"
                            + " the setting (" + home.directory.resolve("home/pith.toml") + ") to import it");
        }
        assertThat(home.pith("list", "--output", "json").out()).doesNotContain("named-secret");
    }

    @Test
    void aPersonMayCompactWhatIsOnlyStored() throws IOException {
        Path file = Chat.write(home.directory.resolve("by-hand-archive.json"), 80, 8);
        String id = home.pith("import", "-q", file.toString()).out().strip();
        assertThat(home.pith("show", id).out()).doesNotContain("version 2");

        Result compacted = home.pith("compact", "--flush", "off", id, "--output", "json");
        assertThat(compacted.objects().get(0).path("outcome").asText()).isEqualTo("COMPACTED");
    }

    @Test
    void aBackfill_leavesBothOut() throws IOException {
        Path folder = Files.createDirectories(home.directory.resolve("backfilled"));
        Chat.write(folder.resolve("plain.json"), 20, 8);
        Chat.write(folder.resolve("b-archive.json"), 20, 8);
        Chat.write(folder.resolve("b-secret.json"), 20, 8);
        Result dry = home.pith("backfill", "start", folder.toString(), "--dry-run");
        Result result = home.pith("backfill", "start", folder.toString(), "--name", "both");

        assertThat(dry.out())
                .startsWith("Would take 1 conversation: ")
                .contains("passed over: 1 ignored by ignore_sessions, 1 only stored, by store_only_sessions");
        assertThat(result.code()).as(result.output()).isZero();
        assertThat(result.out()).contains("1  compacted").contains("2  nothing to do");
        assertThat(home.pith("list", "--output", "json").out())
                .contains("b-archive.json")
                .doesNotContain("b-secret.json");
    }

    @Test
    void twoImportsAtOnce_compactOnce() throws Exception {
        String file = Chat.write(home.directory.resolve("twice.json"), 400, 8).toString();
        PithProcess other = home.elsewhere("import", file, "--output", "json");
        Result mine = home.pith("import", file, "--output", "json");
        assertThat(other.exitCode()).as(other.output()).isZero();

        assertThat(mine.code()).as(mine.err()).isZero();
        String id = mine.objects().get(0).path("conversation").asText();
        List<JsonNode> shown =
                home.pith("compact", "--if-needed", id, "--output", "json").objects();
        assertThat(shown.get(0).path("outcome").asText()).isEqualTo("NOT_NEEDED");
        assertThat(shown.get(0).path("version").asInt()).as("one compaction").isEqualTo(2);
    }
}
