package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Part;
import dev.pith.activities.summarizing.Summarizer.Wish;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Summaries of a head that models wrote, wholly or in part. */
class AssemblyTest {

    private static final Wish WISH = new Wish(2_000, null, "/src", null);
    private static final String BY_MODEL =
            "The agent decided that the lock chamber opens only at slack water, because the gate broke twice.";

    private final Assembly assembly = new Assembly(20);

    @Test
    void theDigestOfAModelsTextKeepsAllButStatements() {
        Digest whole = digest();
        Digest kept = whole.withoutStatements();
        assertThat(whole.statements()).isNotEmpty();
        assertThat(kept.statements()).isEmpty();
        assertThat(kept)
                .returns(whole.requests(), Digest::requests)
                .returns(whole.state(), Digest::state)
                .returns(whole.traces(), Digest::traces);
    }

    @Test
    void whatAModelWroteIsStillThereWhenNoModelMergesItLater() {
        Part byModel = new Part(1, 25, BY_MODEL, digest().withoutStatements().toJson(), true);
        Draft without = new ExtractiveSummarizer()
                .summarize(Stream.of(Sessions.agent(26, "Mooring 99 holds because its chain was replaced.")), WISH);
        Part keyless = new Part(26, 26, without.text(), without.digest(), false);

        Draft both = assembly.ofParts(List.of(byModel, keyless), null, WISH);
        assertThat(both.text()).contains(BY_MODEL).contains("Mooring 99 holds");

        Part anchor = new Part(1, 26, both.text(), both.digest(), false);
        String later =
                new ExtractiveSummarizer().merge(Stream.of(anchor), null, WISH).text();
        assertThat(later)
                .contains("Build the tide table")
                .contains("the lock chamber opens only at slack water")
                .contains("Mooring 99 holds")
                .contains("tide.py");
    }

    private static Digest digest() {
        ExtractiveReading reading = new ExtractiveReading();
        for (StoredMessage message : Sessions.session(10)) {
            reading.read(message);
        }
        return reading.digest();
    }
}
