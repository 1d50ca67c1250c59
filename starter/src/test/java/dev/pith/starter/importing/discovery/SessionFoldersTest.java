package dev.pith.starter.importing.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files here hold nothing that is a session: only their names, sizes and times can be what tells. */
class SessionFoldersTest {

    private static final Instant DAY = Instant.parse("2026-03-21T12:00:00Z");

    @TempDir
    Path home;

    private SessionFolders find(Map<String, String> environment) throws Exception {
        return SessionFolders.find(environment, home);
    }

    private Path write(String name, int bytes) throws Exception {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x".repeat(bytes));
        return Files.setLastModifiedTime(file, FileTime.from(DAY));
    }

    @Test
    void findsEachProgramsFolders() throws Exception {
        Path newest = write(".claude/projects/-repo/a.jsonl", 10);
        Files.setLastModifiedTime(newest, FileTime.from(DAY.plusSeconds(60)));
        write(".claude/projects/-repo/a/subagents/agent-1.jsonl", 5);
        write(".claude/projects/-repo/a/subagents/agent-1.meta.json", 99);
        write(".claude/projects/-repo/a/tool-results/1.txt", 99);
        write(".config/claude/projects/-old/b.jsonl", 7);
        write(".codex/sessions/2026/03/21/rollout-1.jsonl", 20);
        write(".codex/archived_sessions/rollout-0.jsonl", 21);
        write(".codex/history.jsonl", 99);
        write(".local/share/opencode/storage/session/p/ses_1.json", 1);
        write(".local/share/opencode/storage/message/ses_1/msg_1.json", 2);
        write(".local/share/opencode/storage/part/msg_1/prt_1.json", 4);
        write(".local/share/opencode/storage/session_diff/ses_1.json", 99);
        write(".pi/agent/sessions/--repo--/1.jsonl", 30);

        SessionFolders folders = find(Map.of());

        assertThat(folders.found())
                .extracting(SessionFolder::program, SessionFolder::path, SessionFolder::files, SessionFolder::bytes)
                .containsExactly(
                        tuple(SessionProgram.CLAUDE_CODE, home.resolve(".claude/projects"), 2L, 15L),
                        tuple(SessionProgram.CLAUDE_CODE, home.resolve(".config/claude/projects"), 1L, 7L),
                        tuple(SessionProgram.CODEX, home.resolve(".codex/sessions"), 1L, 20L),
                        tuple(SessionProgram.CODEX, home.resolve(".codex/archived_sessions"), 1L, 21L),
                        tuple(SessionProgram.OPENCODE, home.resolve(".local/share/opencode/storage"), 1L, 7L),
                        tuple(SessionProgram.PI, home.resolve(".pi/agent/sessions"), 1L, 30L));
        assertThat(folders.found().get(0).newest()).isEqualTo(DAY.plusSeconds(60));
        assertThat(folders.found().get(4).newest()).isEqualTo(DAY);
        assertThat(folders.notes()).isEmpty();
    }

    @Test
    void findsTheFoldersOfTheOtherPrograms() throws Exception {
        write(".gemini/tmp/0b7d/chats/session-1.json", 1);
        write(".gemini/tmp/0b7d/chats/session-2.jsonl", 1);
        write(".gemini/tmp/0b7d/logs.json", 99);
        write(".copilot/session-state/c1/events.jsonl", 2);
        write(".copilot/session-state/c1/files/data.jsonl", 99);
        write(".qwen/projects/-repo/chats/q1.jsonl", 3);
        write(".cursor/projects/repo/agent-transcripts/u1/u1.jsonl", 4);
        write(".cursor/projects/repo/terminals/1.jsonl", 99);
        write(".cursor/chats/5f4d/u1/store.db", 99);
        write(".cursor/chats/5f4d/u2/store.db", 11);
        write(".kimi-code/sessions/wd_repo/session_k1/agents/main/wire.jsonl", 5);
        write(".kimi-code/sessions/wd_repo/session_k1/state.json", 99);
        write(".factory/sessions/-repo/d1.jsonl", 6);
        write(".factory/sessions/-repo/d1.settings.json", 99);
        write(".grok/sessions/%2Frepo/g1/chat_history.jsonl", 7);
        write(".grok/sessions/%2Frepo/g1/updates.jsonl", 99);
        write(".gemini/antigravity-cli/brain/a1/.system_generated/logs/transcript.jsonl", 99);
        write(".gemini/antigravity-cli/brain/a1/.system_generated/logs/transcript_full.jsonl", 8);

        assertThat(find(Map.of()).found())
                .extracting(SessionFolder::program, SessionFolder::files, SessionFolder::bytes)
                .containsExactly(
                        tuple(SessionProgram.GEMINI, 2L, 2L),
                        tuple(SessionProgram.COPILOT, 1L, 2L),
                        tuple(SessionProgram.QWEN, 1L, 3L),
                        tuple(SessionProgram.CURSOR, 1L, 4L),
                        tuple(SessionProgram.CURSOR, 1L, 11L),
                        tuple(SessionProgram.KIMI, 1L, 5L),
                        tuple(SessionProgram.DROID, 1L, 6L),
                        tuple(SessionProgram.GROK, 1L, 7L),
                        tuple(SessionProgram.ANTIGRAVITY, 1L, 8L));
    }

    @Test
    void findsTheDatabasesOfTheOtherPrograms() throws Exception {
        write(".openclaw/agents/main/agent/openclaw-agent.sqlite", 1);
        write(".openclaw/agents/main/agent/openclaw-agent.sqlite-wal", 99);
        write(".openclaw/agents/main/sessions/o1.jsonl", 2);
        write(".openclaw/agents/main/sessions/o1.checkpoint.c1.jsonl", 99);
        write(".openclaw/agents/main/sessions/o2.jsonl.deleted.1", 99);
        write(".hermes/state.db", 3);
        write(".hermes/state.db-wal", 4);
        write(".hermes/profiles/work/state.db", 5);
        write(".local/share/goose/sessions/sessions.db", 6);
        write("moved/data/sessions/sessions.db", 7);

        assertThat(find(Map.of()).found())
                .extracting(SessionFolder::program, SessionFolder::files, SessionFolder::bytes)
                .containsExactly(
                        tuple(SessionProgram.OPENCLAW, 2L, 3L),
                        tuple(SessionProgram.HERMES, 1L, 7L),
                        tuple(SessionProgram.HERMES, 1L, 5L),
                        tuple(SessionProgram.GOOSE, 1L, 6L));
        Map<String, String> environment = Map.of(
                "OPENCLAW_STATE_DIR", home.resolve(".openclaw").toString(),
                "HERMES_HOME", home.resolve(".hermes/profiles/work").toString(),
                "GOOSE_PATH_ROOT", home.resolve("moved").toString());
        assertThat(find(environment).found())
                .extracting(folder -> home.relativize(folder.path()).toString())
                .containsExactly(
                        ".openclaw/agents", ".hermes/profiles/work/state.db", "moved/data/sessions/sessions.db");
    }

    @Test
    void variablesLeadElsewhereAndOnlyThere() throws Exception {
        for (String usual : new String[] {".claude/projects", ".codex/sessions", ".pi/agent/sessions"}) {
            write(usual + "/usual.jsonl", 1);
        }
        write("a/projects/x.jsonl", 1);
        write("b/sessions/x.jsonl", 1);
        write("c/opencode/storage/session/p/x.json", 1);
        write("d/sessions/x.jsonl", 1);
        write("e/x.jsonl", 1);
        Map<String, String> environment = Map.of(
                "CLAUDE_CONFIG_DIR", home.resolve("a").toString(),
                "CODEX_HOME", home.resolve("b").toString(),
                "XDG_DATA_HOME", home.resolve("c").toString(),
                "PI_CODING_AGENT_DIR", home.resolve("d").toString());

        assertThat(find(environment).found())
                .extracting(folder -> home.relativize(folder.path()).toString())
                .containsExactly("a/projects", "b/sessions", "c/opencode/storage", "d/sessions");
        assertThat(find(Map.of("PI_CODING_AGENT_SESSION_DIR", home.resolve("e").toString()))
                        .found())
                .extracting(SessionFolder::path)
                .contains(home.resolve("e"))
                .doesNotContain(home.resolve(".pi/agent/sessions"));
        assertThat(find(Map.of("CLAUDE_CONFIG_DIR", "")).found())
                .extracting(SessionFolder::path)
                .contains(home.resolve(".claude/projects"));
    }

    @Test
    void countsAFileOnceHoweverManyLinksLeadToIt() throws Exception {
        write(".claude/projects/-repo/a.jsonl", 10);
        Path project = home.resolve(".claude/projects/-repo");
        Files.createSymbolicLink(project.resolve("loop"), home.resolve(".claude"));
        Files.createSymbolicLink(project.resolveSibling("z"), project);
        Files.createSymbolicLink(project.resolve("gone.jsonl"), home.resolve("nothing"));
        Files.createDirectories(home.resolve(".config"));
        Files.createSymbolicLink(home.resolve(".config/claude"), home.resolve(".claude"));

        assertThat(find(Map.of()).found()).singleElement().satisfies(folder -> {
            assertThat(folder.files()).isEqualTo(1);
            assertThat(folder.bytes()).isEqualTo(10);
        });
        assertThat(find(Map.of()).notes()).isEmpty();
    }

    @Test
    void tellsWhatIsLeftOut() throws Exception {
        Path tooLong = home.resolve("x".repeat(300));

        SessionFolders folders = find(Map.of("CLAUDE_CONFIG_DIR", tooLong.toString()));

        assertThat(folders.found()).isEmpty();
        assertThat(folders.places()).hasSize(20).contains(tooLong.resolve("projects"));
        assertThat(folders.notes()).hasSize(1);
        assertThat(folders.notes().get(0))
                .isEqualTo(tooLong.resolve("projects") + " cannot be read and is left out: File name too long");
    }

    @Test
    void findsOpencodesDatabases() throws Exception {
        Path usual = write(".local/share/opencode/opencode.db", 9);
        Files.setLastModifiedTime(write(".local/share/opencode/opencode.db-wal", 3), FileTime.from(DAY.plusSeconds(5)));
        Path channel = write(".local/share/opencode/opencode-next.db", 1);
        Path other = write("elsewhere.db", 2);

        assertThat(find(Map.of()).found())
                .extracting(SessionFolder::program, SessionFolder::path, SessionFolder::files, SessionFolder::bytes)
                .containsExactly(
                        tuple(SessionProgram.OPENCODE, channel, 1L, 1L),
                        tuple(SessionProgram.OPENCODE, usual, 1L, 12L));
        assertThat(find(Map.of()).found().get(1).newest()).isEqualTo(DAY.plusSeconds(5));
        assertThat(find(Map.of()).found().get(1).holds(usual)).isTrue();
        assertThat(find(Map.of("OPENCODE_DB", other.toString())).found())
                .extracting(SessionFolder::path)
                .containsExactly(other);
    }

    @Test
    void aPackedSessionCountsAndItsCopyDoesNot() throws Exception {
        write(".codex/sessions/2026/rollout-1.jsonl.zst", 4);
        write(".codex/sessions/2026/rollout-2.jsonl.zst", 2);
        write(".codex/sessions/2026/rollout-2.jsonl", 9);
        SessionFolders folders = find(Map.of());

        assertThat(folders.found())
                .extracting(SessionFolder::files, SessionFolder::bytes)
                .containsExactly(tuple(2L, 13L));
        assertThat(folders.found().get(0).holds(home.resolve(".codex/sessions/2026/rollout-1.jsonl.zst")))
                .isTrue();
        assertThat(folders.notes()).isEmpty();
    }

    @Test
    void tenThousandFilesTakeNoTime() throws Exception {
        Path project = Files.createDirectories(home.resolve(".claude/projects/-repo"));
        for (int file = 0; file < 10_000; file++) {
            Files.createFile(project.resolve(file + ".jsonl"));
        }
        long began = System.nanoTime();

        assertThat(find(Map.of()).found()).extracting(SessionFolder::files).containsExactly(10_000L);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}
