package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.starter.importing.reading.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpencodeReaderTest {

    private static final String DONE = ",\"time\":{\"created\":1767323045000,\"completed\":1767323046000}";

    @TempDir
    Path folder;

    private static String message(String id, String role, String more, String parts) {
        return "{\"info\":{\"id\":\"%s\",\"role\":\"%s\"%s},\"parts\":[%s]}".formatted(id, role, more, parts);
    }

    private static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    private static String tool(String status, String more) {
        return "{\"type\":\"tool\",\"tool\":\"bash\",\"callID\":\"k\",\"state\":{\"status\":\"%s\",\"input\":{\"c\":1}%s}}"
                .formatted(status, more);
    }

    private static String export(String... messages) {
        return """
                {"info": {"id": "ses_1", "title": "Review", "directory": "/repo", "parentID": "ses_0"},
                 "messages": [%s]}
                """.formatted(String.join(",\n", messages));
    }

    private Imported read(String document) throws Exception {
        return Imported.text(folder, "export.json", document);
    }

    @Test
    void aRecordIsOneMessageWithItsPartsInOrder() throws Exception {
        Imported imported = read(export(
                message("m1", "user", "", text("go") + "," + text("on")),
                message(
                        "m2",
                        "assistant",
                        DONE + ",\"parentID\":\"m1\"",
                        "{\"type\":\"step-start\"},{\"type\":\"reasoning\",\"text\":\"hm\"},"
                                + tool("completed", ",\"output\":\"ok\"") + "," + tool("error", ",\"error\":\"no\"")
                                + "," + text("done"))));

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: go | on",
                        "AGENT: thinks hm | call k bash {\"c\":1} | result k ok | call k bash {\"c\":1} | failed k no | done");
        assertThat(imported.messages().get(1).created()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(imported.messages().get(1).parentUid()).isEqualTo("m1");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.nativeId()).isEqualTo("ses_1");
            assertThat(header.parentNativeId()).isEqualTo("ses_0");
            assertThat(header.title()).isEqualTo("Review");
            assertThat(header.project()).isEqualTo("/repo");
        });
        assertThat(imported.summary().ignored()).containsEntry("part step-start", 1L);
    }

    @Test
    void aRepeatedIdIsAnotherMessage() throws Exception {
        Imported imported = read(export(
                message("REDACTED", "user", "", text("one")),
                message("REDACTED", "assistant", DONE, text("two")),
                message("REDACTED", "user", "", text("three"))));

        assertThat(imported.messages())
                .extracting(NewMessage::uid)
                .containsExactly("REDACTED", "REDACTED#2", "REDACTED#3");
    }

    @Test
    void anUnfinishedLastMessageWaitsUnlessTheReadIsFinal() throws Exception {
        String running = message("m2", "assistant", DONE, tool("running", ""));
        String streaming = message("m3", "assistant", ",\"time\":{\"created\":1767323045000}", text("and"));

        assertThat(read(export(message("m1", "user", "", text("go")), running)).messages())
                .hasSize(1);
        assertThat(read(export(running, streaming)).messages())
                .extracting(NewMessage::uid)
                .containsExactly("m2");
        assertThat(Imported.text(folder, "export.json", export(running, streaming), Imported.FINAL)
                        .messages())
                .hasSize(2);
    }

    @Test
    void whatTheToolPutInIsNotAPersons() throws Exception {
        Imported imported = read(export(
                message("m1", "user", "", "{\"type\":\"text\",\"text\":\"put in\",\"synthetic\":true}"),
                message("m2", "assistant", DONE + ",\"summary\":true", text("they spoke"))));

        assertThat(imported.origins()).containsExactly(Origin.HARNESS, Origin.NATIVE_SUMMARY);
    }

    @Test
    void readsItsStorageFolders() throws Exception {
        Path session = storage(
                "session/p/ses_1.json",
                "{\"id\":\"ses_1\",\"projectID\":\"p\",\"title\":\"T\",\"time\":{\"created\":1767323045000}}");
        storage("message/ses_1/b.json", "{\"id\":\"m1\",\"role\":\"user\",\"time\":{\"created\":1}}");
        storage(
                "message/ses_1/a.json",
                "{\"id\":\"m2\",\"role\":\"assistant\",\"finish\":\"stop\",\"time\":{\"created\":2}}");
        storage("part/m1/001.json", text("go"));
        storage("part/prt_2.json", "{\"messageID\":\"m2\"," + text("done").substring(1));
        storage("part/prt_3.json", "{\"messageID\":\"other\"," + text("no").substring(1));

        assertThat(Imported.file(session, ImportOptions.DEFAULT).lines()).containsExactly("PERSON: go", "AGENT: done");
        assertThat(new SourceReader().expand(folder).sessions()).containsExactly(session);
        assertThat(new SourceReader().expand(folder).refused()).isEmpty();
    }

    @Test
    void anIdThatLeadsOutOfTheFolderIsNotFollowed() throws Exception {
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(
                folder.resolve("elsewhere/x.json"), "{\"id\":\"m9\",\"role\":\"user\",\"time\":{\"created\":1}}");
        Files.writeString(folder.resolve("elsewhere/part.json"), text("secret"));
        String info = "{\"id\":\"%s\",\"projectID\":\"p\",\"time\":{\"created\":1}}";
        Path outside = storage("session/p/one.json", info.formatted("../../elsewhere"));
        Path inside = storage("session/p/ses_1.json", info.formatted("ses_1"));
        storage("message/ses_1/a.json", "{\"id\":\"../../elsewhere\",\"role\":\"user\",\"time\":{\"created\":1}}");

        for (Path session : new Path[] {outside, inside}) {
            Imported imported = Imported.file(session, ImportOptions.DEFAULT);
            assertThat(imported.lines()).noneMatch(line -> line.contains("secret"));
            assertThat(imported.summary().notes())
                    .anyMatch(note -> note.contains("is not followed: \"../../elsewhere\""));
        }
    }

    private Path storage(String name, String content) throws Exception {
        Path file = folder.resolve("storage").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
