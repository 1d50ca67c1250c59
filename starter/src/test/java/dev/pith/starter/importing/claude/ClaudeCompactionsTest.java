package dev.pith.starter.importing.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.starter.importing.Imported;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compactions that keep messages, as Claude Code writes them since 2.1. */
class ClaudeCompactionsTest {

    @TempDir
    Path folder;

    private static String line(String type, String uuid, String parent, String content) {
        return """
                {"type":"%s","uuid":"%s","parentUuid":"%s","sessionId":"s1","novelty":{"a":[1]},\
                "message":{"role":"%s","stop_reason":null,"content":[%s],"novelty":true}}
                """.formatted(type, uuid, parent, type, content);
    }

    private static String said(String type, String uuid, String parent, String text) {
        return line(type, uuid, parent, "{\"type\":\"text\",\"text\":\"" + text + "\"}");
    }

    private static String summary(String uuid, String boundary) {
        return said("user", uuid, boundary, "What was done")
                .replace("{\"type\"", "{\"isCompactSummary\":true,\"type\"");
    }

    private static String boundary(String uuid, String facts) {
        return "{\"type\":\"system\",\"subtype\":\"compact_boundary\",\"uuid\":\"" + uuid + "\"," + facts + "}\n";
    }

    private static String kept(String end) {
        return "\"compactMetadata\":{\"trigger\":\"manual\",\"preservedMessages\":{\"anchorUuid\":\"x\","
                + "\"uuids\":[\"u2\",\"" + end + "\"]}}";
    }

    private Imported read(String... lines) throws Exception {
        return Imported.text(folder, "s.jsonl", String.join("", lines));
    }

    @Test
    void rowsCopiedBehindACompactionAreNotRepeated() throws Exception {
        Imported imported = read(
                said("user", "u1", "", "paint it"),
                said("assistant", "a1", "u1", "red?"),
                boundary("b1", kept("a1")),
                summary("c1", "b1"),
                said("user", "u2", "a1", "blue"),
                said("assistant", "a2", "u2", "a long answer"),
                boundary("b2", kept("a2")),
                summary("c2", "b2"),
                said("user", "u2", "c2", "blue"),
                said("assistant", "a2", "u2", "[cleared]"),
                said("user", "u3", "a2", "thanks"));

        assertThat(imported.messages())
                .extracting(NewMessage::uid)
                .containsExactly("u1", "a1", "c1", "u2", "a2", "c2", "u3");
        assertThat(imported.summary().ignored()).containsEntry("copy after a compaction", 2L);
    }

    @Test
    void thePromptAfterACompactionDoesNotReplaceTheOneBefore() throws Exception {
        String[] forms = {
            kept("a1"),
            "\"compact_metadata\":{\"preserved_messages\":{\"all_uuids\":[\"a0\",\"a1\"]}}",
            "\"compactMetadata\":{\"preservedSegment\":{\"headUuid\":\"u1\",\"tailUuid\":\"a1\"}}"
        };
        for (String form : forms) {
            Imported imported = read(
                    said("user", "u1", "", "paint it"),
                    said("assistant", "a1", "u1", "red?"),
                    said("user", "u2", "a1", "keep the color when you compact"),
                    boundary("b1", form),
                    summary("c1", "b1"),
                    said("user", "u3", "a1", "blue"),
                    said("user", "u4", "a1", "no, green"));

            assertThat(imported.messages())
                    .extracting(NewMessage::parentUid)
                    .containsExactly("", "u1", "a1", "b1", "a1~b1", "a1~b1");
        }
    }

    @Test
    void emptyThinkingIsNoMessage() throws Exception {
        Imported imported = read(
                said("user", "u1", "", "paint it"),
                line("assistant", "a1", "u1", "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"x\"}"),
                said("assistant", "a2", "a1", "done"),
                line("assistant", "a3", "a2", "{\"type\":\"redacted_thinking\",\"data\":\"x\"}"));

        assertThat(imported.lines()).containsExactly("PERSON: paint it", "AGENT: done");
        assertThat(imported.summary().ignored()).containsEntry("empty thinking", 2L);
        assertThat(imported.summary().notes()).isEmpty();
    }
}
