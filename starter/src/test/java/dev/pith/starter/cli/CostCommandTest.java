package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.Behavior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What models took, as the commands tell it. */
@Tag("servers")
class CostCommandTest extends InAModelHome {

    @BeforeEach
    void well() {
        home.fake.behaves(call -> Behavior.summary(80));
    }

    @Test
    void aCompactionSaysWhatItTookAndCostFindsTheSame() throws IOException {
        Result compacted = compact("took.json", "priced");
        JsonNode told = compacted.objects().get(0);

        assertThat(compacted.code()).isZero();
        assertThat(told.get("calls").asInt()).isEqualTo(1);
        long in = told.get("tokensIn").asLong();
        long out = told.get("tokensOut").asLong();
        assertThat(in).isPositive();
        assertThat(told.get("cost").asDouble()).isEqualTo((in + 10.0 * out) / 1_000_000);
        assertThat(compacted.err()).contains("model priced: 1 call").contains("cost 0.0");

        List<JsonNode> rows =
                cost(told.get("conversation").asText(), "--output", "json").objects();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("compaction")).isEqualTo(told.get("compaction"));
        assertThat(rows.get(0).get("purpose").asText()).isEqualTo("chunk");
        assertThat(rows.get(1).get("total").asBoolean()).isTrue();
        for (JsonNode row : rows) {
            assertThat(row.get("tokensIn").asLong()).isEqualTo(in);
            assertThat(row.get("tokensOut").asLong()).isEqualTo(out);
            assertThat(row.get("cost").asDouble()).isEqualTo(told.get("cost").asDouble());
        }
    }

    @Test
    void anUnknownPriceIsNeverNothing() throws IOException {
        Result compacted = compact("unknown.json", "plain");
        JsonNode told = compacted.objects().get(0);

        assertThat(told.get("calls").asInt()).isEqualTo(1);
        assertThat(told.get("cost").isNull()).isTrue();
        assertThat(compacted.err()).contains("cost unknown");
        assertThat(cost(told.get("conversation").asText()).out().lines())
                .anySatisfy(
                        line -> assertThat(line).startsWith("plain (fake-2)").contains("unknown"))
                .anySatisfy(line -> assertThat(line).startsWith("total").contains("unknown"));
        assertThat(cost("--output", "json").objects())
                .last()
                .satisfies(total -> assertThat(total.get("cost").isNull()).isTrue());
    }

    @Test
    void unfitAndFailedCallsAreCounted() throws IOException {
        home.fake.behaves(call -> switch (home.fake.calls().size() % 3) {
            case 0 -> Behavior.error(500, "it broke");
            case 1 -> Behavior.text("");
            default -> Behavior.summary(80);
        });
        String id = compact("failed.json", "priced")
                .objects()
                .get(0)
                .get("conversation")
                .asText();
        JsonNode total = cost(id, "--output", "json").objects().get(1);

        assertThat(total.get("calls").asInt())
                .isEqualTo(1 + total.get("failed").asInt() + total.get("unfit").asInt());
        assertThat(total.get("failed").asInt() + total.get("unfit").asInt()).isPositive();
        assertThat(cost(id).out()).containsPattern("total .*1 (failed|unfit)");
    }

    @Test
    void secretsThatDidNotLeaveAreCounted() throws IOException {
        Path session = home.chat("secret.json", 60);
        Files.writeString(
                session,
                Files.readString(session)
                        .replace("Request 3 of", "password=hunter2hunter2A! token ghp_" + "a1B2".repeat(9) + " in"));
        Result compacted =
                home.pith("compact", "--flush", "off", session.toString(), "--model", "priced", "--output", "json");

        assertThat(compacted.objects().get(0).get("redacted").asInt()).isPositive();
        assertThat(compacted.err()).contains("redacted before they left");
    }

    @Test
    void whatIsOlderIsLeftOut() throws IOException {
        compact("since.json", "priced");

        assertThat(cost("--since", "1h", "--output", "json").objects().size()).isGreaterThan(1);
        assertThat(cost("--since", "2999-01-01", "--output", "json").objects())
                .singleElement()
                .satisfies(total -> assertThat(total.get("calls").asInt()).isZero());
        assertThat(cost("--since", "yesterday")).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("--since is \"yesterday\"").contains("7d");
        });
    }

    @Test
    void aFlushByHandIsInAConversationsTotalToo() throws IOException {
        String id = compact("by-hand.json", "priced")
                .objects()
                .get(0)
                .get("conversation")
                .asText();
        home.fake.behaves(call -> Behavior.text("[]"));
        Result flushed = home.pith("flush", id, "--model", "priced");
        assertThat(flushed.code()).as(flushed.err()).isZero();

        List<JsonNode> rows = cost(id, "--output", "json").objects();
        assertThat(rows).extracting(row -> row.path("purpose").asText()).containsExactly("chunk", "flush", "");
        assertThat(rows.get(1).has("compaction")).isFalse();
        assertThat(rows.get(1).get("tokensIn").asLong()).isPositive();
        assertThat(rows.get(2).get("tokensIn").asLong())
                .isEqualTo(rows.get(0).get("tokensIn").asLong()
                        + rows.get(1).get("tokensIn").asLong());
        assertThat(cost(id).out().lines()).anySatisfy(line -> assertThat(line).startsWith("Outside compactions"));
    }

    @Test
    void whatACompactionCalledForSinceIsThereHoweverEarlyItBegan() throws IOException {
        JsonNode told = compact("before.json", "priced").objects().get(0);
        String id = told.get("conversation").asText();
        try (Database database = home.database()) {
            database.transact(handle -> handle.execute(
                    "update compaction set started = started - interval '2 hours' where conversation = ?", id));
        }

        List<JsonNode> rows = cost(id, "--since", "1h", "--output", "json").objects();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("compaction")).isEqualTo(told.get("compaction"));
        assertThat(rows.get(1).get("calls").asInt()).isEqualTo(1);
        assertThat(cost(id, "--since", "1h").out())
                .contains("Compaction " + told.get("compaction").asText());
        assertThat(cost(id, "--since", "2999-01-01").out()).doesNotContain("Compaction");
    }

    @Test
    void showNamesModelAndPrompt() throws IOException {
        String id = compact("shown.json", "priced")
                .objects()
                .get(0)
                .get("conversation")
                .asText();

        assertThat(home.pith("show", id).out()).containsPattern("by fake-1 with prompt \\S+-[0-9a-f]{16}");
    }

    private Result compact(String name, String model) throws IOException {
        return home.pith(
                "compact", "--flush", "off", home.chat(name, 60).toString(), "--model", model, "--output", "json");
    }

    private Result cost(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "cost";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return home.pith(all);
    }
}
