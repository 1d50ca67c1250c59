package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fork's file repeats its original's records, their session id included: its name tells the two apart. */
class ForkedSessionTest {

    private static final String ORIGINAL = "11111111-0000-4000-8000-00000000000a";
    private static final String FORK = "22222222-0000-4000-8000-00000000000b";

    @TempDir
    Path folder;

    private ConversationHeader only(String file, String log) throws Exception {
        Imported imported = Imported.text(folder, file, log);
        assertThat(imported.headers()).hasSize(1);
        return imported.headers().get(0);
    }

    private static void isFork(ConversationHeader header) {
        assertThat(header.nativeId()).isEqualTo(FORK);
        assertThat(header.forkedFrom()).isEqualTo(ORIGINAL);
        assertThat(header.subagentId()).isNull();
    }

    private static String claude(String session, String uuid, String text) {
        return """
                {"type":"user","uuid":"%s","sessionId":"%s","message":{"role":"user","content":"%s"}}
                """.formatted(uuid, session, text);
    }

    private static String codex(String meta) {
        return """
                {"timestamp":"2026-01-02T03:04:05Z","type":"session_meta","payload":%s}
                {"timestamp":"2026-01-02T03:04:06Z","type":"response_item","payload":\
                {"type":"message","role":"user","content":[{"type":"input_text","text":"hello"}]}}
                """.formatted(meta);
    }

    @Test
    void claudeCode_fileNamedOtherwiseThanItsFirstLines_isAForkOfThem() throws Exception {
        String shared = claude(ORIGINAL, "u1", "both say this");
        String name = FORK + ".jsonl";

        isFork(only(name, shared + claude(FORK, "u2", "only the fork says this")));
        isFork(only(name, shared + claude(ORIGINAL, "u2", "only the fork says this")));
        ConversationHeader original = only(ORIGINAL + ".jsonl", shared);
        assertThat(original.nativeId()).isEqualTo(ORIGINAL);
        assertThat(original.forkedFrom()).isNull();
    }

    @Test
    void claudeCode_lineThatNamesItsOrigin_isBelieved() throws Exception {
        String line = claude(FORK, "u1", "x")
                .replace("{\"type\"", "{\"forkedFrom\":{\"sessionId\":\"" + ORIGINAL + "\"},\"type\"");

        isFork(only(FORK + ".jsonl", line));
    }

    @Test
    void claudeCode_nameWithoutId_leavesItToTheLines() throws Exception {
        ConversationHeader header = only("session.jsonl", claude(ORIGINAL, "u1", "x"));

        assertThat(header.nativeId()).isEqualTo(ORIGINAL);
        assertThat(header.forkedFrom()).isNull();
    }

    @Test
    void claudeCode_subagentOfAFork_belongsToTheFork() throws Exception {
        String side = claude(ORIGINAL, "c1", "search").replace("{\"type\"", "{\"isSidechain\":true,\"type\"");
        Path subagents = Files.createDirectories(folder.resolve(FORK + "/subagents"));
        Imported inItsFile = Imported.text(folder, FORK + ".jsonl", side);
        Imported ofItsOwn = Imported.text(subagents, "agent-a1.jsonl", side);

        assertThat(inItsFile.headers().get(0).parentNativeId()).isEqualTo(FORK);
        assertThat(ofItsOwn.headers().get(0).parentNativeId()).isEqualTo(FORK);
    }

    @Test
    void codex_lastIdInTheName_isTheSession() throws Exception {
        String time = "rollout-2026-05-05T09-00-00-";

        isFork(only(time + ORIGINAL + "_" + FORK + ".jsonl", codex("{\"id\":\"" + ORIGINAL + "\"}")));
        isFork(only(
                time + FORK + ".jsonl", codex("{\"id\":\"" + FORK + "\",\"forked_from_id\":\"" + ORIGINAL + "\"}")));
        ConversationHeader original = only(time + ORIGINAL + ".jsonl", codex("{\"id\":\"" + ORIGINAL + "\"}"));
        assertThat(original.nativeId()).isEqualTo(ORIGINAL);
        assertThat(original.forkedFrom()).isNull();
    }

    @Test
    void pi_headerThatNamesItsParentsFile_isAFork() throws Exception {
        String log = """
                {"type":"session","version":3,"id":"%s","cwd":"/w","parentSession":"/s/2026-01-02_%s.jsonl"}
                {"type":"message","id":"1","parentId":null,"message":{"role":"user","content":"hello"}}
                """.formatted(FORK, ORIGINAL);

        isFork(only("2026-01-03_" + FORK + ".jsonl", log));
    }
}
