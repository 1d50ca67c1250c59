package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A summary that was written without a model, and a model that is asked later. */
@Tag("servers")
class StandingSummaryTest extends InAModelHome {

    @Test
    void aModelThatIsAskedWritesItFromTheMessagesWithFreshOnly() throws IOException {
        String file = home.chat("standing.json", 60).toString();
        JsonNode keyless = compact(file);
        String id = keyless.get("conversation").asText();
        int calls = home.fake.calls().size();

        JsonNode standing = compact(id, "--model", "priced");
        assertThat(standing.get("outcome").asText()).isEqualTo("NOTHING_TO_DO");
        assertThat(standing.get("summary")).isEqualTo(keyless.get("summary"));
        assertThat(home.fake.calls()).hasSize(calls);

        JsonNode written = compact(id, "--model", "priced", "--fresh");
        assertThat(written.get("outcome").asText()).isEqualTo("COMPACTED");
        assertThat(written.get("version").asInt()).isEqualTo(3);
        assertThat(written.get("summary")).isNotEqualTo(keyless.get("summary"));
        assertThat(home.fake.calls().get(calls).material()).contains("Request 0 of standing.json");

        int paid = home.fake.calls().size();
        assertThat(compact(id, "--model", "priced").get("summary")).isEqualTo(written.get("summary"));
        assertThat(home.fake.calls()).hasSize(paid);
    }

    @Test
    void whoGetsWhatStandsIsToldHowToHaveItWrittenAnew() throws IOException {
        String id = compact(home.chat("told.json", 60).toString())
                .get("conversation")
                .asText();

        Result standing = home.pith("compact", id, "--flush", "off", "--model", "priced");
        assertThat(standing.err())
                .contains("Nothing to do")
                .contains("its summary, written by extractive")
                .contains("model priced writes it anew with: pith compact " + id + " --model priced --fresh");
        assertThat(home.pith("compact", id, "--flush", "off").err())
                .contains("Nothing to do")
                .doesNotContain("--fresh");
    }

    private JsonNode compact(String target, String... more) throws IOException {
        String[] all = new String[more.length + 6];
        System.arraycopy(new String[] {"compact", target, "--flush", "off", "--output", "json"}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return home.pith(all).objects().get(0);
    }
}
