package dev.pith.activities.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

class TextAnalyzerTest {

    /** The terms, those of one position joined by a stroke. */
    private static List<String> terms(Analyzer analyzer, String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int last = terms.size() - 1;
                if (increment.getPositionIncrement() == 0) {
                    terms.set(last, terms.get(last) + "|" + term);
                } else {
                    terms.add(term.toString());
                }
            }
            stream.end();
        }
        return terms;
    }

    private static List<String> text(String text) throws IOException {
        return terms(TextAnalyzer.OF_TEXT, text);
    }

    private static List<String> query(String text) throws IOException {
        return terms(TextAnalyzer.OF_QUERY, text);
    }

    @Test
    void wordsHaveNoCaseNoAccentAndOneStem() throws IOException {
        assertThat(text("The Harbors' café")).containsExactly("the", "harbor", "cafe");
        assertThat(query("HARBOR Cafés")).containsExactly("harbor", "cafe");
    }

    @Test
    void aPathIsItsParts_inOrder() throws IOException {
        assertThat(text("src/main/harbor_table.go:42")).containsExactly("src", "main", "harbor", "table", "go", "42");
        assertThat(query("harbor_table.go")).containsExactly("harbor", "table", "go");
    }

    @Test
    void anIdentifierIsFoundWholeAndByItsParts_atOnePosition() throws IOException {
        assertThat(text("new TideTable2(HTTPServer)"))
                .containsExactly("new", "tidetable2|tide|table|2", "httpserver|http|server");
        assertThat(query("TideTable2")).containsExactly("tidetable2");
    }

    @Test
    void chineseIsIndexedByCharactersAndPairs_andAskedByPairs() throws IOException {
        assertThat(text("潮汐表")).containsExactly("潮|潮汐", "汐|汐表", "表");
        assertThat(query("潮汐表")).containsExactly("潮汐", "汐表");
        assertThat(query("潮")).containsExactly("潮");
    }

    @Test
    void japaneseAndKoreanToo() throws IOException {
        assertThat(query("テスト")).containsExactly("テス", "スト");
        assertThat(query("조수")).containsExactly("조수");
        assertThat(text("조수표")).containsExactly("조|조수", "수|수표", "표");
    }

    @Test
    void anEmojiIsAWord() throws IOException {
        assertThat(query("🚢")).containsExactly("🚢");
    }
}
