package dev.pith.activities.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.memory.ExtractedMemory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.store.ChunkSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlCharactersTest {

    @ParameterizedTest
    @ValueSource(
            chars = {
                '\0', '\u0007', '\b', '\r', '\u001b', '\u007f', '\u0080', '\u009b', '\u009d', '\u009f', '\u202a',
                '\u202e', '\u2066', '\u2069'
            })
    void whatATerminalActsOnIsSpelledOutOrTakenOut(char c) {
        assertThat(ControlCharacters.visible("a" + c + "b")).isEqualTo("a\\u%04xb".formatted((int) c));
        assertThat(ControlCharacters.without("a" + c + "b")).isEqualTo(c == '\r' ? "a\nb" : "ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\n\tlines", "Zürich 世界 🙂", "\u00a0\u2029\u202f\u2065\u206a", "~ \\u001b"})
    void whatIsOnlyReadStaysAsItIs(String text) {
        assertThat(ControlCharacters.visible(text)).isSameAs(text);
        assertThat(ControlCharacters.without(text)).isSameAs(text);
    }

    @Test
    void aColorGoesWithItsParameters() {
        assertThat(ControlCharacters.without("\u001b[1;31mred\u001b[0m, \u001b[?25l\u001b[2Kgone"))
                .isEqualTo("red, gone");
        assertThat(ControlCharacters.without("\u001b[1;31")).isEqualTo("[1;31");
        assertThat(ControlCharacters.without("\u001b]52;c;cHdk\u0007")).isEqualTo("]52;c;cHdk");
    }

    @Test
    void whatIsStoredOfASessionsWordsHasNone() {
        String text = "Never push \u001b]52;c;cHdk\u0007 to main";
        String plain = "Never push ]52;c;cHdk to main";
        assertThat(new ExtractedMemory(MemoryKind.CONSTRAINT, text, 1, 1, Origin.PERSON).text())
                .isEqualTo(plain);
        assertThat(new ConversationHeader("pi", "id", ConversationHeader.Identity.NATIVE, null, null, null, text, null)
                        .title())
                .isEqualTo(plain);
        assertThat(new ChunkSummary("id", "c", "key", 1, 2, text, null, 9, "NORMAL", "m", null).text())
                .isEqualTo(plain);
        assertThat(new Summary("s", "c", "k", "gist", 0, 1, 2, text, null, 9, null, null, 2, false, "m", null, null)
                        .text())
                .isEqualTo(plain);
    }

    @Test
    void linesOfWindowsStayLines() {
        assertThat(ControlCharacters.without("one\r\ntwo\r")).isEqualTo("one\ntwo\n");
    }
}
