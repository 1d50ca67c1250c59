package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compactions only of what fills its window: of 8,000 tokens from 6,800 on, where a chat of 60 turns has more. */
@Tag("servers")
class IfNeededTest extends InAModelHome {

    @BeforeAll
    void setTheWindow() throws IOException {
        Path settings = home.directory.resolve("home/pith.toml");
        Files.writeString(settings, "context_window = 8_000\n" + Files.readString(settings));
    }

    @Test
    void aContextWithRoom_isToldHowFullItIs() throws IOException {
        Result result =
                home.pith("compact", "--if-needed", home.chat("roomy.json", 4).toString());

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .containsPattern("Not needed: \\S+ fills \\d+ % of the window, \\d+ of 8,000 tokens; it is compacted"
                        + " from 6,800 tokens on");
    }

    @Test
    void aFullContext_isCompactedBelowTheThreshold_once() throws IOException {
        String file = home.chat("full.json", 80).toString();
        Result first = home.pith("compact", "--if-needed", "--flush", "off", file, "--output", "json");
        JsonNode compacted = first.objects().get(0);

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(compacted.path("outcome").asText()).isEqualTo("COMPACTED");
        assertThat(compacted.path("tokensAfter").asLong()).isLessThan(6_800);

        JsonNode again = only("compact", "--if-needed", file, "--output", "json");
        assertThat(again.path("outcome").asText()).isEqualTo("NOT_NEEDED");
        assertThat(again.path("threshold").asLong()).isEqualTo(6_800);
        assertThat(again.path("tokens").asLong())
                .isEqualTo(compacted.path("tokensAfter").asLong());
    }

    @Test
    void anUndo_pausesIt_untilTheNextMessage() throws IOException {
        Path file = home.chat("undone.json", 80);
        String id = only("compact", "--if-needed", "--flush", "off", file.toString(), "--output", "json")
                .path("conversation")
                .asText();
        home.pith("undo", id);

        Result paused = home.pith("compact", "--if-needed", id);
        assertThat(paused.code()).isZero();
        assertThat(paused.err()).contains("Not compacted: " + id, "was undone", "by hand: pith compact " + id);
        assertThat(paused.err().lines().filter(line -> line.contains("Not compacted")))
                .hasSize(1);

        Chat.write(file, 81, 8);
        JsonNode goesOn = only("compact", "--if-needed", "--flush", "off", file.toString(), "--output", "json");
        assertThat(goesOn.path("outcome").asText()).isEqualTo("COMPACTED");
    }

    @Test
    void byHand_thePauseDoesNotCount() throws IOException {
        String id = only(
                        "compact",
                        "--if-needed",
                        "--flush",
                        "off",
                        home.chat("hand.json", 80).toString(),
                        "--output",
                        "json")
                .path("conversation")
                .asText();
        home.pith("undo", id);

        assertThat(only("compact", "--flush", "off", id, "--output", "json")
                        .path("outcome")
                        .asText())
                .isEqualTo("COMPACTED");
    }

    @Test
    void whatCannotBeMadeShorter_isTriedOnce() throws IOException {
        String file = home.chat("hopeless.json", 80).toString();
        List<String> prune = List.of("compact", "--if-needed", "--strategy", "prune", file, "--output", "json");
        Result first = home.pith(prune.toArray(String[]::new));
        assertThat(first.code()).isEqualTo(3);
        assertThat(first.objects().get(0).path("outcome").asText()).isEqualTo("IRREDUCIBLE");
        assertThat(first.err()).contains("no result of a tool before the tail is long enough", "prune only shortens");

        JsonNode again = only(prune.toArray(String[]::new));
        assertThat(again.path("outcome").asText()).isEqualTo("TRIED");
        assertThat(again.path("reason").asText()).contains("another strategy");
    }

    @Test
    void anUnknownConversation_isNoReasonToLeaveOutTheOthers() throws IOException {
        Result result = home.pith(
                "compact", "--if-needed", "nobody", home.chat("other.json", 4).toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("no file \"nobody\", and no conversation \"nobody\"", "Not needed: ");
    }

    @Test
    void whatItDecidesItself_isRefused() {
        for (List<String> wrong : List.of(
                List.of("--dry-run"),
                List.of("--preview"),
                List.of("--strategy", "gist"),
                List.of("--target-tokens", "500"),
                List.of("--strategy", "prune", "--target-ratio", "0.5"))) {
            Result refused = Result.of(Stream.concat(Stream.of("compact", "--if-needed", "nobody"), wrong.stream())
                    .toArray(String[]::new));

            assertThat(refused.code()).as(refused.err()).isEqualTo(2);
            assertThat(refused.err()).hasLineCount(1).contains("--if-needed");
        }
    }

    private JsonNode only(String... command) throws IOException {
        Result result = home.pith(command);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.objects()).hasSize(1);
        return result.objects().get(0);
    }
}
