package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Programs that ask for JSON get an object, also where there was nothing to do. */
@Tag("servers")
class NothingDoneTest extends InAModelHome {

    private String id;

    @BeforeAll
    void importAChat() throws IOException {
        id = home.pith("import", "-q", home.chat("idle.json", 4).toString())
                .out()
                .strip();
    }

    @Test
    void cancel_whereNothingRuns_printsAnObject() throws IOException {
        JsonNode nothing = only(1, "cancel", id, "--output", "json");

        assertThat(nothing.path("state").asText()).isEqualTo("nothing to cancel");
        assertThat(nothing.path("compaction").isNull()).isTrue();
        assertThat(nothing.path("error").asText()).contains("no compaction of " + id + " is running");
    }

    @Test
    void undo_whereNothingIsInForce_printsAnObject() throws IOException {
        JsonNode nothing = only(1, "undo", id, "--output", "json");

        assertThat(nothing.path("undone")).isEmpty();
        assertThat(nothing.path("version").asInt()).isEqualTo(1);
        assertThat(nothing.path("error").asText()).contains("there is nothing to undo");
    }

    @Test
    void watch_whereNothingWasEverCompacted_printsAnObject() throws IOException {
        assertThat(only(2, "watch", id, "--output", "json").path("state").asText())
                .isEqualTo("never compacted");
    }

    private JsonNode only(int code, String... command) throws IOException {
        Result result = home.pith(command);
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.err()).startsWith("pith: ");
        assertThat(result.objects()).hasSize(1);
        assertThat(result.objects().get(0).path("conversation").asText()).isEqualTo(id);
        return result.objects().get(0);
    }
}
