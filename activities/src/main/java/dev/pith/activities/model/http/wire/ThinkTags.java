package dev.pith.activities.model.http.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes reasoning in tags off the beginning of a text, where servers without a parser for it leave it. Tags further down
 * are what the text is about.
 *
 * @param text what is left, stripped
 * @param reasoned whether anything was taken
 */
public record ThinkTags(String text, boolean reasoned) {

    private static final Pattern OPEN = Pattern.compile("^\\s*<(think|thinking)>");

    /** Templates may open the tag in the prompt; then the answer has only its end, on a line of its own. */
    private static final Pattern LONE_CLOSE = Pattern.compile("(?m)^[ \\t]*</(?:think|thinking)>[ \\t]*$");

    public static ThinkTags of(String answer) {
        String rest = answer;
        boolean reasoned = false;
        for (Matcher open = OPEN.matcher(rest); open.find(); open = OPEN.matcher(rest)) {
            String close = "</" + open.group(1) + ">";
            int end = rest.indexOf(close, open.end());
            rest = end < 0 ? "" : rest.substring(end + close.length());
            reasoned = true;
        }
        if (!reasoned && !rest.contains("<think")) {
            Matcher close = LONE_CLOSE.matcher(rest);
            if (close.find()) {
                rest = rest.substring(close.end());
                reasoned = true;
            }
        }
        return new ThinkTags(rest.strip(), reasoned);
    }
}
