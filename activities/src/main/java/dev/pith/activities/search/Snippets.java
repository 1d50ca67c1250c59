package dev.pith.activities.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Cuts the best passages out of a text and marks what was found. */
final class Snippets {

    private static final int PASSAGE = 140;
    private static final int PASSAGES = 2;

    /** A passage begins half its length before what was found. */
    private static final float CENTERED = 0.5f;

    private static final String MARK = "**";

    private final Query query;
    private final UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(TextAnalyzer.OF_TEXT)
            .withBreakIterator(Snippets::passages)
            .withFormatter(new DefaultPassageFormatter(MARK, MARK, " … ", false))
            .build();

    Snippets(Query query) {
        this.query = query;
    }

    private static BreakIterator passages() {
        return LengthGoalBreakIterator.createClosestToLength(
                BreakIterator.getWordInstance(Locale.ROOT), PASSAGE, CENTERED);
    }

    /** Returns one line of the text. */
    String of(String text) throws IOException {
        Object marked = highlighter.highlightWithoutSearcher(Fields.TEXT, query, text, PASSAGES);
        String passage = marked == null ? text.substring(0, Math.min(text.length(), PASSAGE)) : marked.toString();
        return passage.replaceAll("\\s+", " ").strip();
    }
}
