package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.identifiers.IdentifierScanner;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.tokens.TokenCounter;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands beside a summary that somebody else wrote. */
class LedgerUnderModelTest {

    private static final String SUMMARY = "The user wants a tide table. The agent changed readTide and will test next.";

    private final TokenCounter counter = TokenCounter.shared();

    @Test
    void whatTheModelDroppedIsAppendedWithinItsShare() {
        String text = new LedgerUnderModel(0.2).append(SUMMARY, digest(), new Wish(400, null, "/work", null));

        assertThat(text)
                .startsWith(SUMMARY + "\n\n## Ledger\nFiles (* edited) with symbols:\n")
                .contains("harbor/tide.go*: moorShip readTide")
                .contains("Commands: make tide-table");
        assertThat(counter.strict(text)).isLessThanOrEqualTo(counter.strict(SUMMARY) + 80);
    }

    @Test
    void factsThatTheModelDroppedAreAppendedAndThoseItToldAreNot() {
        ExtractiveReading reading = new ExtractiveReading();
        reading.read(Sessions.person(1, "The harbor port is 5413. The keeper is Casey. Keep both."));

        assertThat(new LedgerUnderModel(0.2)
                        .append("The keeper is Casey.", reading.digest(), new Wish(400, null, null, null)))
                .contains("## Facts, as last said\n- harbor port: 5413\n")
                .containsOnlyOnce("Casey");
    }

    @Test
    void aFullBudgetIsNotOverrun() {
        int budget = counter.strict(SUMMARY) + 12;

        assertThat(counter.strict(
                        new LedgerUnderModel(0.5).append(SUMMARY, digest(), new Wish(budget, null, null, null))))
                .isLessThanOrEqualTo(budget);
    }

    @Test
    void theModelIsLeftTheRest() {
        assertThat(new LedgerUnderModel(0.2).forModel(1_000)).isEqualTo(800);
        assertThatIllegalArgumentException().isThrownBy(() -> new LedgerUnderModel(0));
    }

    @Test
    void notesTellWhatBindsHowThingsStandAndTheNamesThatTheSummaryDropped() {
        ExtractiveReading reading = new ExtractiveReading();
        session().forEach(reading::read);

        assertThat(reading.notes(SUMMARY, new Wish(400, null, "/work", null)))
                .startsWith("## Constraints, in the user's words\n- Never delete the harbor table.\n")
                .contains("Last edited: harbor/tide.go")
                .contains("moorShip")
                .doesNotContain("Build the tide table");
    }

    private static Digest digest() {
        DigestReader reader = new DigestReader(IdentifierScanner::scan, ZoneOffset.UTC);
        session().forEach(reader::read);
        return reader.digest();
    }

    private static List<StoredMessage> session() {
        return List.of(
                Sessions.person(1, "Build the tide table. Never delete the harbor table. They don't mind."),
                Sessions.shell(2, "a", "make tide-table"),
                Sessions.result(3, "a", "ok", false),
                Sessions.call(
                        4,
                        "b",
                        "Edit",
                        "{\"file_path\":\"/work/harbor/tide.go\",\"new_string\":\"func readTide() {} func moorShip() {}\"}"),
                Sessions.result(5, "b", "done", false));
    }
}
