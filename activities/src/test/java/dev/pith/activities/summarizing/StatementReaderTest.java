package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.summarizing.Statement.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {

    private final StatementReader reader = new StatementReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The gauge reads in feet. This makes the table wrong.",
                "The gauge reads in feet. But it was made for meters.",
                "The gauge reads in feet. They never told us.",
                "潮位计以英尺为单位。这使得表格出错了。"
            })
    void aSentenceThatPointsBackStandsWithTheOneBefore(String text) {
        assertThat(read(text)).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All tests pass. This took four minutes.",
                "Let me check the gauge. It reads in feet because nobody converts.",
                "- The gauge reads in feet.\n- It makes the table wrong.",
                "The gauge reads in feet. Should it? This makes the table wrong.",
                "The gauge reads in feet. Odd. This makes the table wrong."
            })
    void itDoesNotIfThatIsAReportOrAnAnnouncementOrNoSentence(String text) {
        assertThat(read(text)).hasSize(2);
    }

    @Test
    void aLongPairStaysApart() {
        assertThat(read("The gauge " + "of the north pier ".repeat(14) + "reads in feet. This makes the table wrong."))
                .hasSize(2);
    }

    @Test
    void sentencesOfTwoTextsAreNotJoined() {
        reader.read(1, Voice.AGENT, "The gauge reads in feet.");
        reader.read(2, Voice.AGENT, "This makes the table wrong.");

        assertThat(reader.statements()).hasSize(2);
    }

    @Test
    void aPersonsSentencesStayAsTheyAre() {
        reader.read(1, Voice.PERSON, "Actually, the gauge reads in feet. This must not be.");

        assertThat(reader.statements())
                .extracting(Statement::text)
                .containsExactly("Actually, the gauge reads in feet.", "This must not be.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Actually, the gauge reads in feet. | the gauge reads in feet.",
                "Hmm, OK: but fetch_heights reads in feet. | but fetch_heights reads in feet.",
                "Good — `gauge` reads in feet. | `gauge` reads in feet.",
                "So far no test reads the gauge. | So far no test reads the gauge.",
                "But for the cache, every call fails. | But for the cache, every call fails.",
                "Right, left and center are padded. | Right, left and center are padded.",
                "Okay, it is in. | Okay, it is in.",
                "Great Harbour has its own gauge. | Great Harbour has its own gauge."
            })
    void wordsThatOnlyJoinASentenceToTheOneBeforeAreDropped(String said, String told) {
        assertThat(read(said)).containsExactly(told);
    }

    private List<String> read(String text) {
        reader.read(1, Voice.AGENT, text);
        return reader.statements().stream().map(Statement::text).toList();
    }
}
