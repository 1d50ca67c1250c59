package dev.pith.activities.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {

    private static String read(String text) {
        return QueryReader.of(text).toString(Fields.TEXT);
    }

    @Test
    void everyWordCounts_andAllTogetherMore() {
        assertThat(read("tide tables")).isEqualTo("tide table (+tide +table)^0.5");
    }

    @Test
    void fillersCountOnlyIfThereIsNothingElse() {
        assertThat(read("What is the tide?")).isEqualTo("tide");
        assertThat(read("to be or not")).isEqualTo("to be or not (+to +be +or +not)^0.5");
        assertThat(read("\"to be\"")).isEqualTo("+\"to be\"");
    }

    @Test
    void aPathIsAPhrase() {
        assertThat(read("src/tide.go")).isEqualTo("\"src tide go\"");
    }

    @Test
    void quotedWordsMustOccur() {
        assertThat(read("\"no tide\" harbor")).isEqualTo("+\"no tide\" harbor");
        assertThat(read("“no tide”")).isEqualTo("+\"no tide\"");
    }

    @Test
    void aChineseWordIsAPhrase_aSentenceAlsoItsPairs() {
        assertThat(read("潮汐表")).isEqualTo("\"潮汐 汐表\"");
        assertThat(read("港口的潮汐表")).startsWith("港口 口的 的潮 潮汐 汐表 \"港口 口的 的潮 潮汐 汐表\"");
    }

    @Test
    void operatorsAreWords() {
        assertThat(read("tide AND NOT (harbor*) ~2 title:x")).contains("tide", "harbor", "2", "\"title x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "&&", "\"\"", "* + ( ) : \\", "\"…\""})
    void aQueryWithoutAWord_isRefused(String text) {
        assertThatThrownBy(() -> QueryReader.of(text))
                .isInstanceOf(EmptyQueryException.class)
                .hasMessageContaining("search for a word, a number, a path or Chinese characters");
    }
}
