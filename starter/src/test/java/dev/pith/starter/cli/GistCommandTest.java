package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Gists from the command line. */
@Tag("servers")
class GistCommandTest extends InAModelHome {

    @Test
    void printsTheGistAndLeavesTheContextAsItIs() throws IOException {
        String file = home.chat("gist.json", 60).toString();
        Result written = home.pith("compact", "--strategy", "gist", file);
        String id = home.pith("import", "-q", file).out().strip();

        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.out()).startsWith("## Gist\nAsked:\n- Request 0 of gist.json");
        assertThat(written.err())
                .contains("Gist written " + id)
                .contains("the gist of messages 1 to 120; read for it: messages 1 to 120")
                .doesNotContain("pith undo");
        assertThat(home.pith("context", id).out()).doesNotContain("## Gist");
        assertThat(home.pith("show", id).out())
                .contains("gist of messages 1 to 120")
                .contains("beside the context")
                .contains("0 summarized, 120 live");
        assertThat(home.pith("undo", id).err()).contains("nothing to undo");
        assertThat(home.pith("apply", id).err()).contains("has no previewed compaction");
    }

    @Test
    void upToDateItIsPrintedAgainAndNobodyIsAsked() throws IOException {
        String file = home.chat("again.json", 20).toString();
        JsonNode first = gist(file, "--model", "priced", "--flush", "off");
        int calls = home.fake.calls().size();
        JsonNode second = gist(file, "--model", "priced");
        Result text = home.pith("compact", "--strategy", "gist", file, "--model", "priced");

        assertThat(first.get("outcome").asText()).isEqualTo("COMPACTED");
        assertThat(first.get("strategy").asText()).isEqualTo("GIST");
        assertThat(first.get("version").asInt()).isOne();
        assertThat(first.get("calls").asInt()).isOne();
        assertThat(first.get("to").asInt()).isEqualTo(40);
        assertThat(second.get("outcome").asText()).isEqualTo("NOTHING_TO_DO");
        assertThat(second.get("summary")).isEqualTo(first.get("summary"));
        assertThat(home.fake.calls()).hasSize(calls);
        assertThat(text.out()).isEqualTo(first.get("summary").asText().strip() + System.lineSeparator());
        assertThat(text.err()).contains("Nothing to do, its gist is up to date");
    }

    @Test
    void afterSaysHowSoonItIsRenewed() throws IOException {
        String file = home.chat("after.json", 20).toString();
        gist(file);
        home.chat("after.json", 22);

        assertThat(gist(file).get("outcome").asText()).isEqualTo("NOTHING_TO_DO");
        JsonNode renewed = gist(file, "--after", "4");
        assertThat(renewed.get("outcome").asText()).isEqualTo("COMPACTED");
        assertThat(renewed.get("to").asInt()).isEqualTo(44);
    }

    @Test
    void aDryRunForeseesIt() throws IOException {
        String file = home.chat("foreseen.json", 400).toString();
        Result words = home.pith("compact", "--strategy", "gist", "--dry-run", file, "--model", "priced");
        JsonNode foreseen = gist(file, "--dry-run", "--model", "priced", "--flush", "off");
        JsonNode done = gist(file, "--model", "priced", "--flush", "off");

        assertThat(words.out()).startsWith("Would write the gist of ").contains("in at most 400 tokens");
        assertThat(done.get("calls").asInt()).isEqualTo(foreseen.get("calls").asInt());
        assertThat(done.get("tokensIn").asLong())
                .isLessThanOrEqualTo(foreseen.get("tokensIn").asLong());
        assertThat(home.pith("compact", "--strategy", "gist", "--dry-run", file).out())
                .startsWith("Nothing to do, its gist is up to date");
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException {
        String file = home.chat("refused.json", 3).toString();

        assertThat(home.pith("compact", "--strategy", "gist", "--preview", file))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(2);
                    assertThat(refused.err()).contains("nothing to preview");
                });
        assertThat(home.pith("compact", "--after", "5", file)).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("--strategy gist");
        });
        assertThat(home.pith("compact", "--strategy", "gist", "--after", "0", file)
                        .err())
                .contains("must be at least 1");
    }

    private JsonNode gist(String file, String... more) throws IOException {
        String[] all = new String[more.length + 6];
        System.arraycopy(new String[] {"compact", "--strategy", "gist", file, "--output", "json"}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return home.pith(all).objects().get(0);
    }
}
