package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Form;
import dev.pith.activities.summarizing.Summarizer.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GistRenderingTest {

    private final ExtractiveSummarizer summarizer = new ExtractiveSummarizer();

    @Test
    void saysWhatWasAskedWhatCameOfItAndWhatIsOpen() {
        String gist = gist(Sessions.session(30), 400).text();

        assertThat(gist)
                .startsWith(
                        "## Gist\nWhen: 2026-03-01\nAsked:\n- Build the tide table. Never delete the harbor table.\n")
                .contains("Go on with mooring number 29.")
                .contains("Came of it:\n- Mooring 29 holds because its chain 29 was replaced.\n")
                .contains("Open:\n- check the tide\n- `make tide` failed when it ran last\n")
                .contains("Names: /src/tide.py");
    }

    @Test
    void requestsAreSpreadOverTheConversation() {
        assertThat(gist(Sessions.session(40), 400).text().lines().filter(line -> line.contains("Go on with mooring")))
                .hasSizeBetween(3, 5)
                .anyMatch(line -> line.matches(".*number 1\\d\\.|.*number 2\\d\\."));
    }

    @Test
    void whoOnlyAgreesAsksNothing() {
        List<StoredMessage> messages = new ArrayList<>(Sessions.session(0));
        messages.add(Sessions.person(40, "yes, please do"));

        assertThat(gist(messages, 400).text()).doesNotContain("yes, please do");
    }

    @Test
    void lastWordsStandOnOneLineWithoutTheirMarks() {
        List<StoredMessage> messages = new ArrayList<>(Sessions.session(0));
        messages.add(
                Sessions.agent(40, "## Done\n\n**The harbor** is mended.\n```sh\nmake all\n```\n- Nothing is left."));

        assertThat(gist(messages, 400).text()).contains("Came of it:\n- Done The harbor is mended. Nothing is left.\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 120, 400, 1_000})
    void staysWithinItsBudget(int budget) {
        assertThat(gist(Sessions.session(60), budget).tokens()).isBetween(1, budget);
    }

    @Test
    void ofPartsItSaysWhatOnePassWouldSay() {
        List<StoredMessage> all = Sessions.session(30);
        List<Summarizer.Part> parts = Stream.of(all.subList(0, 20), all.subList(20, all.size()))
                .map(part -> Sessions.part(summarizer.summarize(part.stream(), new Wish(400, null, null, null))))
                .toList();

        assertThat(summarizer.merge(parts.stream(), null, wish(400)).text())
                .isEqualTo(gist(all, 400).text());
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(gist(List.of(), 400).text()).isEmpty();
    }

    private Draft gist(List<StoredMessage> messages, int budget) {
        return summarizer.summarize(messages.stream(), wish(budget));
    }

    private static Wish wish(int budget) {
        return new Wish(budget, null, null, null, Form.GIST);
    }
}
