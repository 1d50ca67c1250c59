package dev.pith.activities.model.http.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes reasoning in tags from the beginning of a text, where servers without a reasoning parser leave it. Tags
 * elsewhere in the text are content.
 *
 * @param text the remaining text, stripped
 * @param reasoned whether anything was removed
 */
public record ThinkTags(String text, boolean reasoned) {

    private static final Pattern OPEN = Pattern.compile("^\\s*<(think|thinking)>");

    /** A closing tag on its own line without an opening one, which some templates put into the prompt. */
    private static final Pattern LONE_CLOSE = Pattern.compile("(?m)^[ \\t]*</(?:think|thinking)>[ \\t]*$");

    /** Splits an answer; an unclosed tag at its beginning leaves no text. */
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
