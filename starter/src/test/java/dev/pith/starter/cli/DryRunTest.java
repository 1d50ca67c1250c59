package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.testing.Behavior;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is foreseen holds, and foreseeing leaves no trace. */
@Tag("servers")
class DryRunTest extends InAModelHome {

    @Test
    void aFileIsForeseenWithoutBeingImportedAndThenTakesNoMore() throws IOException {
        String file = home.chat("foreseen.json", 400).toString();
        String before = home.pith("list", "--output", "json").out();
        int calls = home.fake.calls().size();
        Result dry = home.pith("compact", "--dry-run", "--flush", "off", file, "--model", "priced", "--output", "json");
        JsonNode foreseen = dry.objects().get(0);

        assertThat(dry.code()).isZero();
        assertThat(home.pith("list", "--output", "json").out()).isEqualTo(before);
        assertThat(home.fake.calls()).hasSize(calls);
        assertThat(foreseen.get("chunks").size())
                .isGreaterThan(1)
                .isEqualTo(foreseen.get("chunkCalls").asInt());

        JsonNode done = home.pith("compact", "--flush", "off", file, "--model", "priced", "--output", "json")
                .objects()
                .get(0);
        assertThat(done.get("chunks"))
                .hasToString(String.valueOf(foreseen.get("chunks").size()));
        assertThat(done.get("calls").asInt())
                .isBetween(
                        foreseen.get("chunkCalls").asInt(),
                        foreseen.get("calls").asInt());
        assertThat(done.get("tokensBefore")).isEqualTo(foreseen.get("tokensBefore"));
        assertThat(done.get("tokensIn").asLong())
                .isLessThanOrEqualTo(foreseen.get("tokensIn").asLong())
                .isGreaterThan(foreseen.get("tokensIn").asLong() / 2);
        assertThat(done.get("tokensOut").asLong())
                .isLessThanOrEqualTo(foreseen.get("tokensOut").asLong());
        assertThat(done.get("cost").asDouble())
                .isLessThanOrEqualTo(foreseen.get("cost").asDouble());

        assertThat(home.pith("compact", "--dry-run", file, "--model", "priced").out())
                .startsWith("Nothing to do");
    }

    @Test
    void theFlushIsForeseenToo() throws IOException {
        home.fake.behaves(call ->
                call.instructions().contains("deserves to be remembered") ? Behavior.text("[]") : Behavior.summary(80));
        String file = home.chat("flushed.json", 400).toString();
        JsonNode foreseen = home.pith("compact", "--dry-run", file, "--model", "priced", "--output", "json")
                .objects()
                .get(0);
        String id = home.pith("compact", "--flush", "inline", file, "--model", "priced", "--output", "json")
                .objects()
                .get(0)
                .get("conversation")
                .asText();
        List<JsonNode> rows = home.pith("cost", id, "--output", "json").objects();
        JsonNode flush = rows.stream()
                .filter(row -> row.path("purpose").asText().equals("flush"))
                .findFirst()
                .orElseThrow();
        JsonNode total = rows.get(rows.size() - 1);

        assertThat(flush.get("calls").asInt())
                .isBetween(1, foreseen.get("flushCalls").asInt());
        assertThat(total.get("calls").asInt())
                .isLessThanOrEqualTo(foreseen.get("calls").asInt());
        assertThat(total.get("tokensIn").asLong())
                .isLessThanOrEqualTo(foreseen.get("tokensIn").asLong());
        assertThat(total.get("cost").asDouble())
                .isLessThanOrEqualTo(foreseen.get("cost").asDouble());
    }

    @Test
    void aStoredConversationIsForeseenAndStaysAsItIs() throws IOException {
        String id = home.pith("import", "-q", home.chat("stored.json", 400).toString())
                .out()
                .strip();
        Result dry = home.pith("compact", "--dry-run", id, "--model", "plain");

        assertThat(dry.code()).isZero();
        assertThat(dry.out())
                .startsWith("Would compact " + id)
                .contains("chunk 1: messages 1 to")
                .contains("cost unknown");
        assertThat(home.pith("status", id).out()).contains("never compacted");
    }

    @Test
    void withoutAModelItCostsNothing() throws IOException {
        Result dry =
                home.pith("compact", "--dry-run", home.chat("free.json", 400).toString());

        assertThat(dry.out()).contains("no model is asked: it costs nothing");
    }

    @Test
    void aBudgetThatMightNotDoIsSaid() throws IOException {
        String file = home.chat("budget.json", 400).toString();

        assertThat(home.pith("compact", "--dry-run", file, "--model", "priced", "--max-cost", "0.001"))
                .satisfies(dry -> {
                    assertThat(dry.code()).isEqualTo(3);
                    assertThat(dry.out()).contains("might end over budget").contains("--max-cost is 0.001");
                });
        assertThat(home.pith("compact", "--dry-run", file, "--model", "plain", "--max-cost", "5")
                        .out())
                .contains("prices of model profile plain are not known");
        assertThat(home.pith("compact", "--dry-run", file, "--model", "priced", "--max-tokens", "1000")
                        .out())
                .contains("--max-tokens is 1,000");
        assertThat(home.pith("compact", "--dry-run", file, "--model", "priced", "--max-cost", "5"))
                .satisfies(dry -> {
                    assertThat(dry.code()).isZero();
                    assertThat(dry.out()).doesNotContain("over budget");
                });
    }
}
