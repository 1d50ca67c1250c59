package dev.pith.activities.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A simple command of a shell script, without assignments, sudo and the global options of git before it.
 *
 * @param text as written
 * @param bare without what stands in quotes
 */
record ShellLine(String text, String bare) {

    /** What may stand before the name of a program. */
    private static final Pattern BEFORE =
            Pattern.compile("^(?:\\s++|(?:then|do|else|time|nohup|command|exec|env|!|\\{)\\s++"
                    + "|sudo(?:\\s++-\\w++)*+\\s++|\\w++=(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'])*+\\s++)++");

    private static final Pattern GIT_OPTIONS = Pattern.compile(
            "^git\\s++(?:(?:-[cC]\\s++(?:\"[^\"]*+\"|'[^']*+'|\\S++)|--(?:no-pager|git-dir=\\S*+|work-tree=\\S*+))\\s++)++");

    /** Returns the simple commands of a script, in order. */
    static List<ShellLine> of(String script) {
        List<ShellLine> lines = new ArrayList<>();
        String read = HereDocuments.shortened(script);
        int start = 0;
        char quote = 0;
        for (int i = 0; i <= read.length(); i++) {
            char c = i == read.length() ? '\n' : read.charAt(i);
            if (quote != 0 && i < read.length()) {
                i += c == '\\' && quote == '"' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == HereDocuments.MARK) {
                quote = c;
            } else if (c == '\\') {
                i++;
            } else if (c == '#' && (i == start || Character.isWhitespace(read.charAt(i - 1)))) {
                add(read, start, i, lines);
                int end = read.indexOf('\n', i);
                i = end < 0 ? read.length() : end;
                start = i + 1;
            } else if ("\n;|&()".indexOf(c) >= 0 && !isRedirected(read, i)) {
                add(read, start, i, lines);
                start = i + 1;
            }
        }
        return lines;
    }

    /** Returns whether an ampersand belongs to a redirection. */
    private static boolean isRedirected(String read, int i) {
        return i > 0 && i < read.length() && read.charAt(i) == '&' && read.charAt(i - 1) == '>';
    }

    private static void add(String read, int from, int to, List<ShellLine> lines) {
        String text = BEFORE.matcher(read.substring(Math.min(from, to), to)).replaceFirst("");
        text = GIT_OPTIONS.matcher(text).replaceFirst("git ").strip();
        if (!text.isEmpty()) {
            lines.add(new ShellLine(text, bare(text)));
        }
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean opens = quote == 0 && (c == '"' || c == '\'' || c == HereDocuments.MARK);
            if (quote == 0) {
                bare.append(c);
                quote = opens ? c : 0;
            } else if (c == '\\' && quote == '"') {
                i++;
            } else if (c == quote) {
                bare.append(c);
                quote = 0;
            }
        }
        return bare.toString();
    }

    /** Returns whether it begins so, outside of quotes. */
    boolean is(Pattern beginning) {
        return beginning.matcher(bare).lookingAt();
    }

    /** Returns whether it has such an option, outside of quotes. */
    boolean has(Pattern option) {
        return option.matcher(bare).find();
    }
}
