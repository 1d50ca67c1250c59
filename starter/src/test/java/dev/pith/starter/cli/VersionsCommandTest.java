package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What differs between versions of a context, and what a version's summaries were made from. */
@Tag("servers")
class VersionsCommandTest extends InABackfillHome {

    private String conversation = "";
    private String early = "";
    private String late = "";

    /** Version 1 is the import, 2 and 3 are compactions; messages are imported between them. */
    @BeforeAll
    void compactTwice() throws IOException {
        conversation = backfills.compactedChat("grown.jsonl", "");
        Path file = directory.resolve("grown.jsonl");
        StringBuilder more = new StringBuilder();
        for (int turn = 12; turn < 24; turn++) {
            more.append("{\"role\":\"user\",\"content\":\"Request " + turn + ": please paint the gate.\"}\n")
                    .append("{\"role\":\"assistant\",\"content\":\"")
                    .append(("The gate got coat " + turn + ", as ordered. ").repeat(60) + "\"}\n");
        }
        Files.writeString(file, more, StandardOpenOption.APPEND);
        assertThat(backfills.pith("import", "-q", file.toString()).out().strip())
                .isEqualTo(conversation);
        assertThat(backfills
                        .pith("compact", "-q", "--target-tokens", "60", conversation)
                        .code())
                .isZero();
        JsonNode diff = backfills
                .pith("diff", conversation, "--output", "json")
                .objects()
                .get(0);
        early = diff.path("left").path(0).path("summary").asText();
        late = diff.path("came").path(0).path("summary").asText();
    }

    @Test
    void diff_namesSummariesMessagesAndLinesThatChanged() throws IOException {
        String diff = backfills.pith("diff", conversation).out();
        assertThat(diff)
                .startsWith("Conversation " + conversation + ": version 2 (compaction) to version 3 (compaction)\n")
                .contains("  - " + early + "  rolling of messages 1–", "  + " + late + "  rolling of messages 1–")
                .contains("live, now in a summary")
                .contains("--- " + early + "\n+++ " + late + "\n@@ ");

        JsonNode first = backfills
                .pith("diff", conversation, "1", "2", "--output", "json")
                .objects()
                .get(0);
        assertThat(first.path("left")).isEmpty();
        assertThat(first.path("came").path(0).path("summary").asText()).isEqualTo(early);
        assertThat(first.path("summarized").path(0).path(0).asLong()).isEqualTo(1);
        assertThat(first.path("from").path("tokens").asLong())
                .isGreaterThan(first.path("to").path("tokens").asLong());
        assertThat(first.path("texts")).isEmpty();
    }

    @Test
    void diff_ofAVersionWithItselfOrBackwards_isAnswered() {
        assertThat(backfills.pith("diff", conversation, "2", "2").out())
                .contains("both versions give the same context");
        assertThat(backfills.pith("diff", conversation, "2", "1").out())
                .contains("  - " + early, "in a summary, now live");
    }

    @Test
    void diff_ofAnUnknownVersion_isRefusedInOneLine() throws IOException {
        backfills.assertRefused("no version 9: conversation " + conversation, "diff", conversation, "9");
        Path single = Files.writeString(directory.resolve("single.json"), "[{\"role\":\"user\",\"content\":\"Hi.\"}]");
        String once = backfills.pith("import", "-q", single.toString()).out().strip();
        backfills.assertRefused("has one version", "diff", once);
    }

    @Test
    void tree_leadsFromTheLiveSummaryToItsMessages() throws IOException {
        String drawn = backfills.pith("show", conversation, "--tree").out();
        assertThat(drawn.lines().toList().get(0)).startsWith("Version 3 of " + conversation + ": 1 live summary, ");
        assertThat(drawn)
                .contains("├─ " + late + "  rolling of messages 1–")
                .contains("│  ├─ " + early + "  rolling of messages 1–")
                .contains("│  │  └─ messages 1–")
                .contains("└─ live messages ");
        assertThat(backfills
                        .pith("show", conversation, "--tree", "--depth", "0")
                        .out())
                .contains("│  ├─ … 1 earlier summary: --depth 1 shows more")
                .doesNotContain(early);
        backfills.assertRefused("--depth is -1", "show", conversation, "--tree", "--depth=-1");

        JsonNode live = tree().path("live").path(0);
        assertThat(live.path(1).asLong()).isEqualTo(48);
    }

    @Test
    void tree_ofAForest_drawsEveryLiveSummaryWithItsSources() throws IOException {
        StringBuilder chat = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            chat.append("{\"role\":\"user\",\"content\":\"Part " + i + " of the forest.\"}\n");
        }
        Path file = Files.writeString(directory.resolve("forest.jsonl"), chat);
        String id = backfills.pith("import", "-q", file.toString()).out().strip();
        try (Database database = backfills.home.database()) {
            database.transact(handle -> {
                for (int leaf = 1; leaf <= 3; leaf++) {
                    int from = 2 * leaf - 1;
                    summary(handle, "leaf" + leaf, id, "leaf", from, from + 1);
                    source(handle, "leaf" + leaf, 0, null, from, from + 1);
                }
                summary(handle, "above", id, "condensed", 1, 4);
                source(handle, "above", 0, "leaf1", 1, 2);
                source(handle, "above", 1, "leaf2", 3, 4);
                handle.execute(
                        "insert into context_version (conversation, version, summaries, compacted_through, abandoned, cause)"
                                + " values (?, 2, '{above,leaf3}', 6, '{[8,9)}', 'compaction')",
                        id);
                return handle.execute("update conversation set context_version = 2 where id = ?", id);
            });
        }

        assertThat(backfills.pith("show", id, "--tree").out()).isEqualTo("""
                Version 2 of %s: 2 live summaries, 2 live messages
                ├─ above  condensed of messages 1–4, 7 tokens
                │  ├─ leaf1  leaf of messages 1–2, 7 tokens
                │  │  └─ messages 1–2
                │  └─ leaf2  leaf of messages 3–4, 7 tokens
                │     └─ messages 3–4
                ├─ leaf3  leaf of messages 5–6, 7 tokens
                │  └─ messages 5–6
                ├─ live messages 7, 9  2 messages, 22 tokens
                └─ abandoned messages 8  1 message
                """.formatted(id));
        assertThat(backfills.pith("diff", id).out())
                .contains("  1–6  live, now in a summary (6 messages)", "  8  now abandoned (1 message)");
    }

    private static void summary(Handle handle, String id, String conversation, String kind, long from, long to) {
        handle.execute(
                "insert into summary (id, compaction, conversation, kind, from_seq, to_seq, text, tokens, descendants, model)"
                        + " values (?, 'none', ?, ?, ?, ?, 'text', 7, 2, 'test')",
                id,
                conversation,
                kind,
                from,
                to);
    }

    private static void source(Handle handle, String summary, int position, @Nullable String made, long from, long to) {
        handle.execute(
                "insert into summary_source (summary, position, source_summary, from_seq, to_seq)"
                        + " values (?, ?, ?, ?, ?)",
                summary,
                position,
                made,
                from,
                to);
    }

    private JsonNode tree() throws IOException {
        return backfills
                .pith("show", conversation, "--tree", "--output", "json")
                .objects()
                .get(0);
    }
}
