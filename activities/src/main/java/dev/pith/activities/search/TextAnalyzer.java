package dev.pith.activities.search;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Splits text into terms: words without case and accents, English words by their stem, the parts of paths and identifiers,
 * and Chinese, Japanese and Korean text as single characters and pairs.
 */
final class TextAnalyzer extends Analyzer {

    /** For stored text: identifiers are indexed whole and by their parts, Chinese by characters and pairs. */
    static final Analyzer OF_TEXT = new TextAnalyzer(true);

    /** For queries: an identifier is one term, a run of Chinese characters its pairs. */
    static final Analyzer OF_QUERY = new TextAnalyzer(false);

    /** Within a word the tokenizer would keep these, and {@code Harbor.java} would not be found as {@code Harbor}. */
    private static final NormalizeCharMap SEPARATORS = separators();

    private final boolean indexing;

    private TextAnalyzer(boolean indexing) {
        this.indexing = indexing;
    }

    private static NormalizeCharMap separators() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String separator : new String[] {".", "_", ":", ",", "'", "’"}) {
            map.add(separator, " ");
        }
        return map.build();
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(SEPARATORS, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream terms = new CJKWidthFilter(words);
        terms = indexing ? new IdentifierPartsFilter(terms) : terms;
        terms = new LowerCaseFilter(terms);
        terms = new CJKBigramFilter(terms, ALL_SCRIPTS, indexing);
        terms = new KStemFilter(new ASCIIFoldingFilter(terms));
        return new TokenStreamComponents(words, terms);
    }

    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
}
