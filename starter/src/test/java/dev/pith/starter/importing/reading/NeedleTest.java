package dev.pith.starter.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedleTest {

    @ParameterizedTest
    @CsvSource({
        "user, a user here, true",
        "user, user, true",
        "user, us er, false",
        "aab, aaaab, true",
        "abab, abaabab, true",
        "user, use, false",
        "user, uuser, true",
    })
    void findsItsWord(String word, String text, boolean found) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(new Needle(word).isIn(bytes, 0, bytes.length)).isEqualTo(found);
    }
}
