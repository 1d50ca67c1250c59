package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A folder of sessions in one command, and again. */
@Tag("servers")
class BackfillFolderTest extends InABackfillHome {

    @Test
    void everySessionHasAGistAndASecondRunSkipsThem() throws IOException {
        String folder = backfills.sessions("twice", 3).toString();
        Result first = backfills.pith("backfill", folder, "--name", "twice");
        Result second = backfills.pith("backfill", "start", folder, "--name", "twice");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("Backfill twice: completed, 3 conversations in ");
        assertThat(first.out()).contains("3  compacted");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out()).contains("3  skipped").doesNotContain("compacted");
        String id =
                backfills.pith("import", "-q", folder + "/twice0.json").out().strip();
        assertThat(backfills.pith("show", id).out()).contains("gist of messages 1 to 8");
    }

    @Test
    void aBrokenSessionFailsAndOthersGoOn() throws IOException {
        Path folder = backfills.sessions("broken", 2);
        Files.writeString(folder.resolve("half.jsonl"), "{\"half a line");
        Files.writeString(folder.resolve("settings.json"), "{\"theme\":\"dark\"}");
        Files.writeString(folder.resolve("notes.md"), "Buy milk.");
        Files.writeString(folder.resolve("empty.jsonl"), "");
        Files.writeString(folder.resolve("events.jsonl"), "{\"type\":\"telemetry\",\"ms\":3}\n");
        Result partly = backfills.pith("backfill", folder.toString(), "--name", "broken");

        assertThat(partly.code()).as(partly.err()).isEqualTo(3);
        assertThat(partly.out()).contains("2  compacted").contains("1  failed").contains("half.jsonl: found");
        assertThat(partly.err()).contains("Passed over 4 files");
        JsonNode report = backfills.report("broken");
        assertThat(report.path("failures")).singleElement().satisfies(failure -> {
            assertThat(failure.path("source").asText()).endsWith("half.jsonl");
            assertThat(failure.path("outcome").asText()).isEqualTo("failed");
            assertThat(failure.path("conversation").isNull()).isTrue();
        });
        assertThat(report.path("files").asInt()).isEqualTo(3);
        assertThat(report.path("filesRead").asInt()).isEqualTo(3);
    }

    @Test
    void aBrokenSessionGivenByItsNameFailsToo() throws IOException {
        Path file = Files.writeString(directory.resolve("named.jsonl"), "{\"half a line");
        Result failed = backfills.pith("backfill", file.toString(), "--name", "named");

        assertThat(failed.code()).as(failed.out() + failed.err()).isEqualTo(3);
        assertThat(failed.out()).contains("1  failed").contains("named.jsonl");
    }

    @Test
    void whatMatchesIsTaken() throws IOException {
        Path folder = backfills.sessions("globs", 3);
        Files.writeString(folder.resolve("half.jsonl"), "{\"half a line");
        Result matched = backfills.pith("backfill", folder.toString(), "--match", "*1.json", "--name", "globs");

        assertThat(matched.code()).as(matched.err()).isZero();
        assertThat(matched.out()).startsWith("Backfill globs: completed, 1 conversation in ");
    }

    @Test
    void aLimitIsNotPassed() throws IOException {
        String folder = backfills.sessions("limited", 4).toString();
        for (int run = 1; run <= 2; run++) {
            Result limited = backfills.pith("backfill", folder, "--limit", "3", "--name", "limited");
            assertThat(limited.code()).as(limited.err()).isZero();
            assertThat(backfills.count("limited", "compacted")).isEqualTo(run == 1 ? 3 : 1);
        }
        assertThat(backfills.count("limited", "skipped")).isEqualTo(3);
    }

    @Test
    void subagentsAreTakenWhereTheyAreAskedFor() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("agents"));
        Files.writeString(folder.resolve("s1.jsonl"), line("u1", "") + line("c1", ",\"isSidechain\":true"));
        Result without = backfills.pith("backfill", folder.toString(), "--name", "agents");
        Result with = backfills.pith("backfill", folder.toString(), "--name", "agents", "--subagents");

        assertThat(without.out()).as(without.err()).contains("1 conversation in");
        assertThat(with.out()).as(with.err()).contains("2 conversations in").contains("1  skipped");
    }

    @Test
    void anEmptyFolderKeepsOutNoOtherSourceOfAnImport() throws IOException {
        Path empty = Files.createDirectories(directory.resolve("nothing here"));
        Path chat = backfills.home.chat("besides.json", 4);
        Result imported = backfills.pith("import", empty.toString(), chat.toString());

        assertThat(imported.code()).isNotZero();
        assertThat(imported.err()).contains(empty + ": found an empty folder").contains("8 new messages");
    }

    @Test
    void whatIsStoredIsTakenWithoutAPath() throws IOException {
        for (String name : List.of("stored0.json", "stored1.json")) {
            Path file = backfills.home.chat(name, 4);
            backfills.pith("import", "-q", file.toString());
        }
        Result stored = backfills.pith("backfill", "start", "--name", "stored", "--match", "**/stored?.json");

        assertThat(stored.code()).as(stored.err()).isZero();
        assertThat(stored.out()).contains("2  compacted");
    }

    private static String line(String uuid, String more) {
        return """
                {"type":"user","uuid":"%s","parentUuid":null,"sessionId":"s1"%s,"message":{"role":"user","content":"go %s"}}
                """.formatted(uuid, more, uuid);
    }
}
