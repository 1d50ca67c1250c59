package dev.pith.activities.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedCharactersTest {

    @Test
    void leavesOrdinaryTextAlone() {
        String text = "plain, 中文, 😀, \t\n";

        assertThat(RefusedCharacters.escape(text)).isSameAs(text);
        assertThat(RefusedCharacters.unescape(text)).isSameAs(text);
        assertThat(RefusedCharacters.replace(text)).isSameAs(text);
    }

    @Test
    void replacesEachThatIsRefusedAndNoOther() {
        assertThat(RefusedCharacters.replace("\u0000a\uD83D\uD83D\uDE00\uDE00b\uFDD0\uD83D"))
                .isEqualTo("\uFFFDa\uFFFD\uD83D\uDE00\uFFFDb\uFDD0\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyStringComesBackAsItWasAndIsValidUtf8Between(long seed) {
        Random random = new Random(seed);
        char[] hostile = {0, 'a', '\uD83D', '\uDE00', '\uFDD0', '0', '中', '\uFFFF'};
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append(hostile[random.nextInt(hostile.length)]);
        }
        String escaped = RefusedCharacters.escape(text.toString());

        assertThat(RefusedCharacters.unescape(escaped)).isEqualTo(text.toString());
        assertThat(escaped).doesNotContain("\u0000");
        assertThat(new String(escaped.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(escaped);
    }
}
