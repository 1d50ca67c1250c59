package dev.pith.activities.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Adds the parts of identifiers such as {@code HarborTable2} at the position of the whole, so that phrases still match. Lucene's
 * WordDelimiterGraphFilter would give each part a position of its own.
 */
final class IdentifierPartsFilter extends TokenFilter {

    /** Longer terms are encoded data, not names. */
    private static final int LONGEST = 80;

    private static final Pattern PART = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\d+");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> parts = new ArrayDeque<>();
    private @Nullable State whole;

    IdentifierPartsFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!parts.isEmpty()) {
            restoreState(whole);
            term.setEmpty().append(parts.removeFirst());
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() <= LONGEST && isMixed()) {
            Matcher part = PART.matcher(term);
            while (part.find()) {
                if (part.end() - part.start() < term.length()) {
                    parts.add(part.group());
                }
            }
            whole = captureState();
        }
        return true;
    }

    /** Returns whether the case changes after the first letter, or a digit is next to a letter. */
    private boolean isMixed() {
        for (int i = 1; i < term.length(); i++) {
            char before = term.charAt(i - 1);
            char at = term.charAt(i);
            boolean capital = Character.isLowerCase(before) && Character.isUpperCase(at);
            boolean lastCapital = i > 1 && Character.isUpperCase(before) && Character.isLowerCase(at);
            if (capital || lastCapital || Character.isDigit(before) != Character.isDigit(at)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
    }
}
