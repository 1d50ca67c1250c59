package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What differs between versions of a context. */
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
}
