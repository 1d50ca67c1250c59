package dev.pith.activities.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the text of a query. Every word counts for the rank and none is required, except what is in double quotes. A word with
 * several terms, such as a path, must occur as it is. There are no operators, so every text is a query.
 */
final class QueryReader {

    private static final Pattern PIECE = Pattern.compile("[\"“”]([^\"“”]*)[\"“”]|([^\\s\"“”]+)");

    /** Terms of Chinese, Japanese or Korean text. */
    private static final Pattern CJK = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Lucene's English stop words, and the words of questions. */
    private static final Set<String> STOP_WORDS = Stream.concat(
                    EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.stream().map(word -> new String((char[]) word)),
                    Stream.of("what", "which", "who", "whose", "how", "why", "when", "where", "did", "do", "does"))
            .collect(Collectors.toUnmodifiableSet());

    /** A run of at most so many pairs is a word; a longer one is a sentence. */
    private static final int WORD_PAIRS = 3;

    /** How much more a message is worth that holds all words. */
    private static final float ALL_WORDS = 0.5f;

    /** A term and its position in a piece of the query. */
    private record Placed(BytesRef term, int position) {}

    private final BooleanQuery.Builder query = new BooleanQuery.Builder();
    private final List<Query> wished = new ArrayList<>();

    /** Words that say nothing of what is looked for; used only if there are no others. */
    private final List<Query> fillers = new ArrayList<>();

    private boolean empty = true;

    private QueryReader() {}

    /**
     * Returns the query for a text.
     *
     * @throws EmptyQueryException if no term is in it
     */
    static Query of(String text) {
        QueryReader reader = new QueryReader();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            if (piece.group(1) != null) {
                reader.quoted(piece.group(1));
            } else {
                reader.word(piece.group(2));
            }
        }
        if (reader.empty) {
            throw new EmptyQueryException(text);
        }
        return reader.built();
    }

    private void quoted(String text) {
        List<Placed> terms = terms(text);
        if (!terms.isEmpty()) {
            empty = false;
            query.add(phrase(terms), Occur.MUST);
        }
    }

    private void word(String text) {
        List<Placed> terms = terms(text);
        empty &= terms.isEmpty();
        if (terms.size() > WORD_PAIRS
                && CJK.matcher(terms.get(0).term().utf8ToString()).matches()) {
            terms.forEach(term -> wished.add(new TermQuery(new Term(Fields.TEXT, term.term()))));
        }
        if (!terms.isEmpty()) {
            boolean filler = STOP_WORDS.contains(text.toLowerCase(Locale.ROOT).replaceAll("\\W", ""));
            (filler ? fillers : wished).add(phrase(terms));
        }
    }

    private Query built() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (wished.isEmpty()) {
            wished.addAll(fillers);
        }
        for (Query wish : wished) {
            query.add(wish, Occur.SHOULD);
            all.add(wish, Occur.MUST);
        }
        if (wished.size() > 1) {
            query.add(new BoostQuery(all.build(), ALL_WORDS), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query phrase(List<Placed> terms) {
        if (terms.size() == 1) {
            return new TermQuery(new Term(Fields.TEXT, terms.get(0).term()));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        terms.forEach(placed -> phrase.add(new Term(Fields.TEXT, placed.term()), placed.position()));
        return phrase.build();
    }

    private static List<Placed> terms(String text) {
        List<Placed> terms = new ArrayList<>();
        try (TokenStream stream = TextAnalyzer.OF_QUERY.tokenStream(Fields.TEXT, text)) {
            TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                terms.add(new Placed(BytesRef.deepCopyOf(term.getBytesRef()), position));
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
