package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.testing.Behavior;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Flushes by hand, and waiting for those under way, as somebody types it. */
@Tag("servers")
class FlushCommandTest extends InAModelHome {

    @Test
    void flushesEverythingThatWasNotFlushedYetOnce() throws IOException {
        home.fake.behaves(call -> Behavior.text(memory("Cuxhaven harbor")));
        String id = imported("once.json");
        Result first = home.pith("flush", id, "--model", "plain");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("of " + id + ", messages 1 to ").contains("done, 1 memory");
        assertThat(first.err()).contains("Everything in " + id + " is flushed");
        int calls = home.fake.calls().size();
        Result again = home.pith("flush", id, "--model", "plain", "--output", "json");
        assertThat(again.objects()).singleElement().satisfies(flush -> {
            assertThat(flush.get("state").asText()).isEqualTo("done");
            assertThat(flush.get("memories").asInt()).isEqualTo(1);
        });
        assertThat(home.fake.calls()).hasSize(calls);
        assertThat(home.pith("flush", "--wait").err()).contains("No flush is left");
    }

    @Test
    void saysWhatIsLeftAndEndsItWhereThatIsAskedFor() throws IOException {
        home.fake.behaves(call -> Behavior.hang(Duration.ofMinutes(5)));
        String id = imported("held.json");
        Result left = home.pith("flush", id, "--model", "plain", "--timeout", "5s");
        assertThat(left.code()).isEqualTo(3);
        assertThat(left.out()).contains(id).contains("under way");
        assertThat(left.err()).contains("1 flush left").contains("it is saved");

        Result ended = home.pith("flush", "--wait", "--timeout", "1s", "--cancel");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("the next worker that starts takes up what is saved");
        JsonNode status = home.pith("flush", "--wait", "--timeout", "1ms", "--output", "json")
                .objects()
                .get(0);
        assertThat(status.get("state").asText()).isEqualTo("pending");

        home.fake.behaves(call -> Behavior.text(memory("an old lighthouse")));
        Result done = home.pith("flush", id, "--model", "extractive");
        assertThat(done.code()).as(done.err() + done.out()).isZero();
    }

    @Test
    void oneLineSaysWhatIsWrong() {
        assertWrong("flush needs a conversation to flush, or --wait", "flush");
        assertWrong("--cancel ends what --wait waits for", "flush", "abc", "--cancel");
        assertWrong("--timeout is \"soon\", must be a duration", "flush", "--wait", "--timeout", "soon");
        assertWrong("no conversation \"nobody\"", "flush", "nobody");
    }

    private void assertWrong(String words, String... command) {
        Result result = home.pith(command);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(words);
    }

    /** Of every test its own: what is known already is no new memory. */
    private static String memory(String gauge) {
        return "[{\"kind\":\"fact\",\"text\":\"The gauge of %s reports every hour.\",\"messages\":[2,2]}]"
                .formatted(gauge);
    }

    private String imported(String name) throws IOException {
        return home.pith("import", "-q", home.chat(name, 40).toString()).out().strip();
    }
}
