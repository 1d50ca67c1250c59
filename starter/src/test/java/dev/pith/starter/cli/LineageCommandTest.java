package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forks and subagents as commands tell of them. */
@Tag("servers")
class LineageCommandTest extends InABackfillHome {

    private static final String ORIGINAL = "33333333-0000-4000-8000-00000000000a";
    private static final String FORK = "44444444-0000-4000-8000-00000000000b";

    private static String line(String session, String uuid, String parent, String text) {
        return """
                {"type":"user","uuid":"%s","parentUuid":%s,"sessionId":"%s","cwd":"/w","message":\
                {"role":"user","content":"%s"}}
                """.formatted(uuid, parent, session, text);
    }

    private String rollout(Path folder, String id, String more) throws IOException {
        return Files.writeString(
                        folder.resolve("rollout-2026-05-05T09-00-00-" + id + ".jsonl"), """
                {"timestamp":"2026-01-02T03:04:05Z","type":"session_meta","payload":{"id":"%s","cwd":"/w"%s}}
                {"timestamp":"2026-01-02T03:04:06Z","type":"response_item","payload":\
                {"type":"message","role":"user","content":[{"type":"input_text","text":"count the boats"}]}}
                """.formatted(id, more))
                .toString();
    }

    private String imported(Path file) {
        return backfills.pith("import", "-q", file.toString()).out().strip();
    }

    @Test
    void aForkHasItsOwnWordsAndNamesItsOriginal() throws IOException {
        String shared = line(ORIGINAL, "u1", "null", "Write the relay test.");
        Path folder = Files.createDirectories(directory.resolve("forks"));
        Path original = Files.writeString(
                folder.resolve(ORIGINAL + ".jsonl"), shared + line(ORIGINAL, "u2", "\"u1\"", "Keep the table."));
        Path forked = Files.writeString(
                folder.resolve(FORK + ".jsonl"), shared + line(FORK, "u3", "\"u1\"", "Drop the table."));
        String first = imported(original);
        String second = imported(forked);

        assertThat(second).isNotEqualTo(first);
        assertThat(backfills.pith("context", first).out())
                .contains("Keep the table.")
                .doesNotContain("Drop the table.");
        assertThat(backfills.pith("context", second).out())
                .contains("Drop the table.")
                .doesNotContain("Keep the table.");
        assertThat(backfills.pith("show", first).out()).contains("0 abandoned").doesNotContain("fork of");
        assertThat(backfills.pith("show", second).out()).contains("0 abandoned").contains("fork of   " + first);
        assertThat(backfills.pith("list").out()).contains("fork of " + first + ": ");
    }

    @Test
    void sessionsThatAnAgentBeganAreListedAndBackfilledOnlyOnDemand() throws IOException {
        String parent = "55555555-0000-7000-8000-00000000000a";
        String child = "55555555-0000-7000-8000-0000000000b0";
        Path folder = Files.createDirectories(directory.resolve("called"));
        String spawned = ",\"source\":{\"subagent\":{\"thread_spawn\":{\"parent_thread_id\":\"" + parent + "\"}}}";
        String childId = imported(Path.of(rollout(folder, child, spawned)));
        String parentId = imported(Path.of(rollout(folder, parent, "")));

        assertThat(backfills.pith("list").out()).contains(parentId).doesNotContain(childId);
        assertThat(backfills.pith("list", "--subagents").out()).contains(childId, "subagent of " + parentId + ": ");
        assertThat(backfills.pith("show", child).out()).contains("parent    " + parentId);
        assertThat(backfills
                        .pith("backfill", folder.toString(), "--name", "called")
                        .out())
                .startsWith("Backfill called: completed, 1 conversation in ");
    }
}
