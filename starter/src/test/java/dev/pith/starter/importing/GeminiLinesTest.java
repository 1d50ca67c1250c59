package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.importing.reading.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of Gemini CLI as lines, since 0.40. */
class GeminiLinesTest {

    private static final String HEADER =
            "{\"sessionId\":\"g1\",\"projectHash\":\"0b7d\",\"startTime\":\"2026-04-29T21:39:22Z\",\"kind\":\"main\"}\n";

    @TempDir
    Path folder;

    private static String message(String id, String type, String more) {
        return "{\"id\":\"" + id + "\",\"timestamp\":\"2026-04-29T21:39:33Z\",\"type\":\"" + type + "\"," + more
                + "}\n";
    }

    private static String user(String id, String text) {
        return message(id, "user", "\"content\":[{\"text\":\"" + text + "\"}]");
    }

    private static String call(String status, String more) {
        return message(
                "m2",
                "gemini",
                "\"content\":\"\",\"thoughts\":[{\"subject\":\"s\",\"description\":\"hm\"}],\"toolCalls\":[{\"id\":\"k\","
                        + "\"name\":\"shell\",\"args\":{\"c\":1},\"status\":\"" + status + "\"" + more + "}]");
    }

    private static String done(String output) {
        return call("success", ",\"result\":[{\"functionResponse\":{\"response\":{\"output\":\"" + output + "\"}}}]");
    }

    private Imported read(String... lines) throws Exception {
        return Imported.text(folder, "session-2026-04-29T21-39-0b7d.jsonl", String.join("", lines));
    }

    @Test
    void aMessageCountsInItsLastState() throws Exception {
        Imported imported = read(
                HEADER,
                user("m1", "go"),
                call("executing", ""),
                "{\"$set\":{\"lastUpdated\":\"2026-04-29T21:39:34Z\"}}\n",
                done("a b"),
                message("m3", "info", "\"content\":\"update available\""),
                message("m4", "gemini", "\"content\":\"done\""),
                "{\"$set\":{\"summary\":\"Paint\",\"directories\":[\"/repo\"]}}\n");

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: go", "AGENT: thinks hm | call k shell {\"c\":1} | result k a b", "AGENT: done");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("gemini");
            assertThat(header.nativeId()).isEqualTo("g1");
            assertThat(header.subagentId()).isNull();
        });
        assertThat(imported.describedTitle).isEqualTo("Paint");
        assertThat(imported.summary().ignored()).containsEntry("earlier state of a message", 1L);
    }

    @Test
    void aRewindAbandonsItsMessageAndWhatFollows() throws Exception {
        String[] lines = {
            HEADER, user("m1", "go"), done("x"), user("m3", "on"), "{\"$rewindTo\":\"m2\"}\n", user("m5", "no")
        };

        assertThat(read(lines).takenBack).containsExactly("2 to 3");
        assertThat(read(lines).lines()).hasSize(4).endsWith("PERSON: no");
        assertThat(read(HEADER, user("m1", "go"), user("m2", "on"), "{\"$rewindTo\":\"gone\"}\n", user("m3", "no"))
                        .takenBack)
                .containsExactly("1 to 2");
    }

    @Test
    void aRunningCallWaits() throws Exception {
        Imported imported = read(HEADER, user("m1", "go"), call("executing", ""));

        assertThat(imported.messages()).hasSize(1);
        assertThat(imported.summary().notes())
                .containsExactly("the last message is unfinished and waits for the next import");
    }

    @Test
    void aSubagentIsFoundInItsCallersFolder() throws Exception {
        Path chats = Files.createDirectories(folder.resolve("tmp/repo/chats/g0"));
        Path file = Files.writeString(
                chats.resolve("g1.jsonl"), HEADER.replace("main", "subagent") + user("m1", "count the nails"));
        Imported imported = Imported.file(file, ImportOptions.DEFAULT);

        assertThat(imported.headers().get(0).subagentId()).isEqualTo("g1");
        assertThat(imported.headers().get(0).parentNativeId()).isEqualTo("g0");
    }

    @Test
    void aSessionThatWasADocumentIsTheSame() throws Exception {
        String document = "{\"sessionId\":\"g1\",\"projectHash\":\"0b7d\",\"messages\":["
                + user("m1", "go").strip() + "," + done("x").strip() + "]}";
        Imported before = Imported.text(folder, "session.json", document);
        Imported after = read(HEADER, user("m1", "go"), done("x"));

        assertThat(after.headers()).isEqualTo(before.headers());
        assertThat(after.messages()).isEqualTo(before.messages()).hasSize(2);
    }
}
