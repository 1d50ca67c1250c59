package dev.pith.activities.memory.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pith.activities.memory.MemoryKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryJsonTest {

    private static final String ONE = "{\"kind\":\"fact\",\"text\":\"JDK 17 is used.\",\"messages\":[3,5]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + ONE + "]",
                "  \n[" + ONE + "]\n",
                "```json\n[" + ONE + "]\n```",
                "```\n[" + ONE + "]\n```",
                "{\"memories\":[" + ONE + "]}",
                "```json\n{\"memories\": [" + ONE + "]}\n```",
            })
    void anArrayIsReadBareFencedAndAsAField(String reply) {
        assertThat(MemoryJson.isMemories(reply)).isTrue();
        assertThat(MemoryJson.claims(reply)).containsExactly(new Claim(MemoryKind.FACT, "JDK 17 is used.", 3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "```json\n[]\n```", "{\"memories\":[]}"})
    void nothingToRememberIsAnAnswer(String reply) {
        assertThat(MemoryJson.isMemories(reply)).isTrue();
        assertThat(MemoryJson.claims(reply)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I found nothing.",
                "{}",
                "null",
                "\"fact\"",
                "17",
                ONE,
                "[" + ONE,
                "[" + ONE + "] Is there anything else?",
                "Here you are: [" + ONE + "]",
                "[\"JDK 17 is used.\"]",
                "[{\"kind\":\"fact\"}]",
                "[{\"text\":\"JDK 17 is used.\"}]",
                "[{\"kind\":\"fact\",\"text\":17}]",
                "{\"memories\":{}}",
                "{\"memories\":[],\"note\":\"none\"}",
                "```json\n[]",
            })
    void anythingElseIsMalformed(String reply) {
        assertThat(MemoryJson.isMemories(reply)).isFalse();
    }

    @Test
    void anUnclosedFenceBeforeManyBlankLinesIsReadInOneLook() {
        String reply = "```json\n" + "\n".repeat(100_000) + "x";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> MemoryJson.isMemories(reply));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"order\",\"text\":\"JDK 17 is used.\",\"messages\":[3,5]}",
                "{\"kind\":\"fact\",\"text\":\"JDK 17 is used.\"}",
                "{\"kind\":\"fact\",\"text\":\"JDK 17 is used.\",\"messages\":[]}",
                "{\"kind\":\"fact\",\"text\":\"JDK 17 is used.\",\"messages\":[\"all\"]}",
                "{\"kind\":\"fact\",\"text\":\"JDK 17 is used.\",\"messages\":1e99}",
            })
    void oneThatNobodyCanCheckIsLeftOutAloneAndTheOthersAreKept(String broken) {
        String reply = "[" + broken + "," + ONE + "]";
        assertThat(MemoryJson.isMemories(reply)).isTrue();
        assertThat(MemoryJson.claims(reply)).hasSize(1);
    }

    @Test
    void messagesMayBeOneNumberOrInTheWrongOrder() {
        assertThat(MemoryJson.claims("[{\"kind\":\" Open \",\"text\":\"x\",\"messages\":4},"
                        + "{\"kind\":\"open\",\"text\":\"y\",\"messages\":[9,2]}]"))
                .extracting(Claim::fromSeq, Claim::toSeq)
                .containsExactly(tuple(4L, 4L), tuple(2L, 9L));
    }
}
