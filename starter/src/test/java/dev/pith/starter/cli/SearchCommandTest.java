package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The way back to the originals: search, expand, show. */
@Tag("servers")
class SearchCommandTest extends InABackfillHome {

    private String conversation = "";

    @BeforeAll
    void compact() throws IOException {
        conversation = backfills.compactedChat("crane.jsonl", "The crane of pier seven carries 4711 kilograms. ");
    }

    @Test
    void aDetailThatTheSummaryDropped_isFoundAndReadOn() throws IOException {
        assertThat(backfills.pith("context", conversation).out()).doesNotContain("4711");

        JsonNode found = backfills
                .pith("search", "crane", "4711", "--output", "json", "--limit", "1")
                .objects()
                .get(0);
        assertThat(found.path("conversation").asText()).isEqualTo(conversation);
        assertThat(found.path("seq").asLong()).isEqualTo(8);
        assertThat(found.path("snippet").asText()).contains("The **crane** of pier seven carries **4711** kilograms.");

        String text = backfills.pith("search", "\"pier seven\"").out();
        assertThat(text)
                .contains(
                        "message 8, agent",
                        "in summary " + found.path("summary").asText());
        assertThat(backfills
                        .pith("show", conversation, "--full", "--range", "8")
                        .out())
                .contains("carries 4711 kilograms")
                .doesNotContain("Request 3:");

        Result expanded = backfills.pith("expand", found.path("summary").asText(), "--from", "7", "--budget", "900");
        assertThat(expanded.out())
                .startsWith("[7] person\nRequest 3: please check the harbor.\n\n[8] agent\nThe crane of");
        assertThat(expanded.err())
                .contains("More: pith expand " + found.path("summary").asText() + " --from 10");
    }

    @Test
    void whatIsImportedLater_isFoundByTheNextSearch() throws IOException {
        assertThat(backfills.pith("search", "lighthouse").err()).contains("Nothing found");
        Path file = Files.writeString(
                directory.resolve("later.jsonl"), "{\"role\":\"user\",\"content\":\"Paint the lighthouse.\"}\n");
        assertThat(backfills.pith("import", "-q", file.toString()).code()).isZero();

        assertThat(backfills.pith("search", "lighthouse").out()).contains("Paint the **lighthouse**.");
        assertThat(backfills.pith("search", "lighthouse", "--rebuild").out()).contains("Paint the **lighthouse**.");
    }

    @Test
    void badInputGetsOneLine() {
        backfills.assertRefused("holds no word", "search", "&&");
        backfills.assertRefused("--limit is 0, must be 1 to 200", "search", "x", "--limit", "0");
        backfills.assertRefused("no conversation \"nope\"", "search", "x", "--conversation", "nope");
        backfills.assertRefused("--source is codec, but no such session is stored", "search", "x", "--source", "codec");
        backfills.assertRefused("--since is \"soon\"", "search", "x", "--since", "soon");
        backfills.assertRefused("nothing lies between", "search", "x", "--since", "7d", "--until", "8d");
        backfills.assertRefused("the query has 1200 characters", "search", "x".repeat(1_200));
        backfills.assertRefused("no summary \"zzzz\"", "expand", "zzzz");
        backfills.assertRefused("--budget is 0", "expand", "zzzz", "--budget", "0");
        backfills.assertRefused("--range is \"a\"", "show", conversation, "--range", "a");
        backfills.assertRefused("the messages 1 to 24", "show", conversation, "--range", "30-40");
    }

    @Test
    void anIndexThatCannotBeUsedIsTold() throws IOException {
        Path search = directory.resolve("home/search");
        Path aside = directory.resolve("aside");
        Files.createDirectories(search);
        Files.move(search, aside);
        Files.writeString(search, "a file where the directory should be");
        Result refused = backfills.pith("search", "crane", "-q");
        Files.delete(search);
        Files.move(aside, search);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .contains("the search index in", "it may be deleted");
        assertThat(backfills.pith("search", "crane").code()).isZero();
    }

    @Test
    void anEmojiAndOperators_areQueries() {
        for (String query : List.of("🚢", "NOT (harbor", "harbor AND", "title:harbor~2", "\"harbor")) {
            assertThat(backfills.pith("search", query).code()).as(query).isZero();
        }
    }
}
