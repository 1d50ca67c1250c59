package dev.pith.starter.importing.reading;

import dev.pith.activities.text.Fences;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the blocks of harness tags in a text. Only tags at the start of a line and outside of quoted code
 * count. Linear in the text's length, even with many unclosed tags. Not thread-safe.
 */
final class HarnessBlocks {

    private static final Pattern OPENING = Pattern.compile("(?m)^[ \\t]*<("
            + HarnessTags.ofPrograms().stream().sorted().collect(Collectors.joining("|"))
            + ")(?:\\s[^>]{0,1000})?>");

    private final String text;
    private final Matcher opening;

    /** Tags that have no closing tag from here to the end. */
    private final Set<String> unclosed = new HashSet<>();

    private final Fences fences = new Fences();

    /** Where the first line begins that the fences do not know yet. */
    private int line;

    HarnessBlocks(String text) {
        this.text = text;
        this.opening = OPENING.matcher(text);
    }

    /**
     * Returns the next block that begins at or after a position; null if there is none. Positions must not decrease.
     */
    HarnessTags.@Nullable Block next(int from) {
        for (int at = from; at < text.length() && opening.find(at); at = opening.end()) {
            String tag = opening.group(1);
            int close = isQuoted(opening.start()) ? -1 : close(tag, opening.end());
            if (close >= 0) {
                line = close;
                return new HarnessTags.Block(tag, opening.start(), close);
            }
        }
        return null;
    }

    private int close(String tag, int from) {
        String closing = "</" + tag + ">";
        int close = unclosed.contains(tag) ? -1 : text.indexOf(closing, from);
        if (close < 0) {
            unclosed.add(tag);
            return -1;
        }
        return close + closing.length();
    }

    private boolean isQuoted(int at) {
        for (int end = text.indexOf('\n', line); end >= 0 && end < at; end = text.indexOf('\n', line)) {
            fences.next(text.substring(line, end));
            line = end + 1;
        }
        return fences.isOpen();
    }
}
