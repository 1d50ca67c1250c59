package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Summarizer.Form;
import dev.pith.activities.summarizing.Summarizer.Wish;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatedSummaryTest {

    private static final List<StoredMessage> SESSION = List.of(
            at("2026-03-04T09:00:00Z", Sessions.person(1, "The tide table is due tomorrow. Its port is 5412.")),
            at(
                    "2026-03-04T09:05:00Z",
                    Sessions.agent(2, "I decided to sort harbor/table.go by hour because 5412 is old.")),
            // In Berlin it is already the next day.
            at("2026-03-04T23:30:00Z", Sessions.person(3, "Final: the port is 5413. Dredge the pier next Monday.")),
            at("2026-03-04T23:40:00Z", Sessions.agent(4, "The gauge now listens, its port is 5412 no more of course.")),
            at("2026-03-04T23:50:00Z", Sessions.agent(5, "The pier is dredged up to its second bollard.")));

    @Test
    void aSummarySaysWhenWhatItTellsWasSaid() {
        String text =
                read("Europe/Berlin").draft(new Wish(1_000, null, null, null)).text();

        assertThat(text)
                .contains("- 2026-03-04: The tide table is due tomorrow [2026-03-05].")
                .contains("- 2026-03-05: Final: the port is 5413. Dredge the pier next Monday [2026-03-09].")
                .contains("As of 2026-03-05\n");
    }

    @Test
    void ofOneDayOnlyTheStateIsDated() {
        String text = read("UTC").draft(new Wish(1_000, null, null, null)).text();

        assertThat(text)
                .contains("- The tide table is due tomorrow [2026-03-05].")
                .contains("As of 2026-03-04\n");
    }

    @Test
    void aGistSaysFromWhenToWhenItTells() {
        String gist = read("Europe/Berlin")
                .draft(new Wish(300, null, null, null, Form.GIST))
                .text();

        assertThat(gist).startsWith("## Gist\nWhen: 2026-03-04 to 2026-03-05\n");
    }

    @Test
    void aSentenceWithAReplacedValueIsNoFinding() {
        String text = read("UTC").draft(new Wish(1_000, null, null, null)).text();

        assertThat(text).doesNotContain("The gauge now listens");
    }

    @Test
    void joinedDigestsHaveTheDaysOfBoth() {
        Digest joined = digest(SESSION.subList(0, 2)).then(digest(SESSION.subList(2, 5)));

        assertThat(joined.days()).isEqualTo(digest(SESSION).days());
        assertThat(Digest.fromJson(joined.toJson()).days()).isEqualTo(joined.days());
    }

    private static Digest digest(List<StoredMessage> messages) {
        ExtractiveReading reading = new ExtractiveReading(ZoneId.of("Europe/Berlin"));
        messages.forEach(reading::read);
        return reading.digest();
    }

    private static ExtractiveReading read(String zone) {
        ExtractiveReading reading = new ExtractiveReading(ZoneId.of(zone));
        SESSION.forEach(reading::read);
        return reading;
    }

    private static StoredMessage at(String time, StoredMessage message) {
        return new StoredMessage(
                message.seq(),
                message.uid(),
                null,
                message.role(),
                message.origin(),
                message.parts(),
                message.tokens(),
                Instant.parse(time));
    }
}
