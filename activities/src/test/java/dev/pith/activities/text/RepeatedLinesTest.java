package dev.pith.activities.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.summarizing.Sessions;
import dev.pith.activities.summarizing.Summarizer.Wish;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {

    @Test
    void linesThatDifferInNumbersOnlyAreOneAndACount() {
        String log = IntStream.range(0, 30)
                .mapToObj(i -> "12:00:" + i + " winch " + i + " is hot")
                .collect(Collectors.joining("\n"));

        assertThat(RepeatedLines.folded("Mend this:\n" + log + "\nOnly winch.py."))
                .isEqualTo(
                        "Mend this:\n12:00:0 winch 0 is hot … 12:00:29 winch 29 is hot (30 lines like this)\nOnly winch.py.");
        assertThat(RepeatedLines.folded("```\n" + "winch hot\n".repeat(9) + "```"))
                .isEqualTo("```\nwinch hot (9 times)\n```");
    }

    @Test
    void linesWithOthersBetweenAreOneAndACountToo() {
        String log = IntStream.range(0, 20)
                .mapToObj(i -> "winch " + i + " is hot\nrope 0x" + Integer.toHexString(0xabcdef0 + i) + " is slack")
                .collect(Collectors.joining("\n"));

        assertThat(RepeatedLines.folded(log))
                .isEqualTo(
                        "winch 0 is hot … winch 19 is hot (20 lines like this)\nrope 0xabcdef0 is slack … rope 0xabcdf03 is slack (20 lines like this)");
    }

    @Test
    void codeListsAndFewLinesStayAsTheyAre() {
        String code = "def moor(t):\n" + "    if t:\n        return None\n".repeat(20)
                + "pier1: 10\npier2: 20\npier3: 30\n}\n}\n}\n}";

        assertThat(RepeatedLines.folded(code)).isEqualTo(code);
        assertThat(RepeatedLines.folded("1\n2\n3\n4\n5\n6\n7\n8\n9")).isEqualTo("1\n2\n3\n4\n5\n6\n7\n8\n9");
    }

    @Test
    void aLogOfThousandsOfLinesTakesNoRoomFromWhatBindsBesideIt() {
        String log = IntStream.range(0, 14_000)
                .mapToObj(i -> "ERROR " + i + " winch stuck")
                .collect(Collectors.joining("\n"));
        String request = "Mend what this shows.\n" + log + "\nNever touch the rudder.";
        String text = assertTimeout(
                Duration.ofSeconds(3),
                () -> new ExtractiveSummarizer()
                        .summarize(Stream.of(Sessions.person(1, request)), new Wish(120, null, null, null))
                        .text());

        assertThat(text)
                .contains("Mend what this shows.", "winch stuck (14000 lines like this)", "Never touch the rudder.");
    }
}
