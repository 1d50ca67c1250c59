package dev.pith.activities.model.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderWordsTest {

    @ParameterizedTest
    @CsvSource({
        "<b>Bad</b> request, Bad request",
        "<html><title> </title><script>x()</script><p>Down &amp; out</p></html>, Down & out",
        "<title>Just a moment...</title> more, Just a moment...",
        "value <think> is not <allowed>, value <think> is not <allowed>",
        "a\\n\\t  b\\u0000c, a b c",
        "a\uD83Db \uD83D\uDE00, a b \uD83D\uDE00",
    })
    void markupAndWhiteSpaceGo(String text, String words) {
        String read = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0000", "\0");
        assertThat(ProviderWords.of(read, ApiKey.NONE)).isEqualTo(words);
    }

    @Test
    void longWordsAreCutBetweenCharacters() {
        assertThat(ProviderWords.of("x".repeat(500), ApiKey.NONE)).hasSize(500).doesNotContain("…");
        assertThat(ProviderWords.of("x".repeat(501), ApiKey.NONE)).isEqualTo("x".repeat(499) + "…");
        assertThat(ProviderWords.of("🙂".repeat(300), ApiKey.NONE)).isEqualTo("🙂".repeat(249) + "…");
    }

    @Test
    void hostilePagesTakeNoTime() {
        String[] hostile = {"<script ", "<!--", "<title>", "<p ", "&lt;", " \t"};
        for (String piece : hostile) {
            long begin = System.nanoTime();
            ProviderWords.of("<html>" + piece.repeat(1 << 17), ApiKey.NONE);
            assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
        }
    }
}
