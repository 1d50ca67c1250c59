package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeSubagentTest {

    @TempDir
    Path folder;

    private static String line(String type, String uuid, @Nullable String parent, String more, String text) {
        return """
                {"type":"%s","uuid":"%s","parentUuid":%s,"sessionId":"s1"%s,"message":{"role":"%s","content":"%s"}}
                """.formatted(type, uuid, parent == null ? "null" : '"' + parent + '"', more, type, text);
    }

    @Test
    void aSidechainIsAConversationOfItsOwn() throws Exception {
        String side = ",\"isSidechain\":true";
        Imported imported = Imported.text(
                folder,
                "s.jsonl",
                line("user", "u1", null, "", "start")
                        + line("user", "c1", null, side, "search this")
                        + line("assistant", "a1", "u1", "", "asking two")
                        + line("user", "d1", null, side, "search that")
                        + line("assistant", "c2", "c1", side, "found this")
                        + line("assistant", "d2", "d1", side, "found that")
                        + line("assistant", "a2", "a1", "", "both found"));

        assertThat(imported.headers())
                .extracting(ConversationHeader::subagentId)
                .containsExactly(null, "c1", "d1");
        assertThat(imported.headers()).extracting(ConversationHeader::nativeId).containsOnly("s1");
        assertThat(imported.headers())
                .extracting(ConversationHeader::parentNativeId)
                .containsExactly(null, "s1", "s1");
        assertThat(imported.all().get(0).stream().map(Imported::line))
                .containsExactly("PERSON: start", "AGENT: asking two", "AGENT: both found");
        assertThat(imported.all().get(1).stream().map(Imported::line))
                .containsExactly("PERSON: search this", "AGENT: found this");
        assertThat(imported.all().get(2)).hasSize(2);
    }

    @Test
    void aFileOfItsOwnNamesItsAgentAndItsSession() throws Exception {
        String side = ",\"isSidechain\":true,\"agentId\":\"ag7\"";
        Imported imported = Imported.text(
                folder,
                "agent-ag7.jsonl",
                line("user", "c1", null, side, "search") + line("assistant", "c2", "c1", side, "found"));

        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.nativeId()).isEqualTo("s1");
            assertThat(header.subagentId()).isEqualTo("ag7");
            assertThat(header.parentNativeId()).isEqualTo("s1");
        });
        assertThat(imported.origins()).containsExactly(Origin.PERSON, Origin.AGENT);
    }

    @Test
    void theFolderNamesTheSessionWhereTheLinesDoNot() throws Exception {
        Path subagents = Files.createDirectories(folder.resolve("s9/subagents"));
        String side = ",\"isSidechain\":true,\"agentId\":\"ag7\"";
        Imported imported = Imported.text(
                subagents,
                "agent-ag7.jsonl",
                line("user", "c1", null, side, "search").replace("\"s1\"", "\"agent-ag7\""));

        assertThat(imported.headers().get(0).nativeId()).isEqualTo("s9");
        assertThat(imported.headers().get(0).parentNativeId()).isEqualTo("s9");
    }

    @Test
    void theFileNamesTheAgentWhereTheLinesDoNot() throws Exception {
        Path subagents = Files.createDirectories(folder.resolve("s1/subagents"));
        Imported imported = Imported.text(
                subagents,
                "agent-ag7.jsonl",
                line("user", "c1", null, ",\"isSidechain\":true,\"agentId\":\"ag7\"", "search")
                        + line("assistant", "c2", "c1", ",\"isSidechain\":true", "found")
                        + line("user", "c3", "gone", "", "go on"));

        assertThat(imported.headers())
                .extracting(ConversationHeader::subagentId)
                .containsExactly("ag7");
        assertThat(imported.messages()).hasSize(3);
    }

    @Test
    void aLineWithoutItsAgentFollowsItsParent() throws Exception {
        Imported imported = Imported.text(
                folder,
                "s.jsonl",
                line("user", "c1", null, ",\"isSidechain\":true,\"agentId\":\"ag7\"", "search")
                        + line("assistant", "c2", "c1", ",\"isSidechain\":true", "found"));

        assertThat(imported.headers())
                .extracting(ConversationHeader::subagentId)
                .containsExactly("ag7");
    }
}
