package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/**
 * Finds identifiers in a text, in one pass and without backtracking regular expressions. A name is delimited by
 * characters that cannot be part of one, so it may adjoin Chinese text. Parts of a longer name are not reported.
 * Thread-safe.
 */
public final class IdentifierScanner {

    /** Maximum length of a run, in characters. A longer run is data, not a name. */
    private static final int LONGEST_RUN = 400;

    /** Receives the identifiers found, in text order. */
    @FunctionalInterface
    public interface Found {
        /**
         * Receives the next identifier.
         *
         * @param at its start index in the text
         */
        void identifier(IdentifierKind kind, String text, int at);
    }

    private IdentifierScanner() {}

    /** Reports every occurrence of every identifier in a text. */
    public static void scan(String text, Found found) {
        new TextScan(text, found).run();
    }

    private static final class TextScan {

        private final String text;
        private final Found found;

        TextScan(String text, Found found) {
            this.text = text;
            this.found = found;
        }

        void run() {
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i);
                WindowsPaths.@Nullable Found path = mayBeWindows(i, c) ? WindowsPaths.at(text, i) : null;
                if (path != null) {
                    found.identifier(path.identifier().kind(), path.identifier().text(), i);
                    i = path.to();
                } else if (c == '\\' && i + 1 < text.length() && "ntr".indexOf(text.charAt(i + 1)) >= 0) {
                    // An escaped line break is not part of a name.
                    i = WindowsPaths.isTorn(text, i) ? WindowsPaths.restEnd(text, i) : i + 2;
                } else if (Characters.isRun(c)) {
                    i = runAt(i);
                } else {
                    i = c == '#' ? ticketAt(i) : QuotedPaths.isQuote(c) ? quotedAt(i) : i + 1;
                }
            }
        }

        /** Whether a drive, a share or, at the end of its first folder, a relative path may be at this index. */
        private boolean mayBeWindows(int i, char c) {
            return c == '\\' ? text.startsWith("\\\\", i) : FileNames.hasDrive(text, i);
        }

        /** Reads a run and returns the index at which to continue. */
        private int runAt(int from) {
            int to = from;
            boolean slash = false;
            boolean plain = true;
            while (to < text.length() && Characters.isRun(text.charAt(to))) {
                slash |= text.charAt(to) == '/';
                plain &= Characters.isLower(text.charAt(to));
                to++;
            }
            int other = otherAt(from, to);
            return other > from ? other : plainAt(from, to, slash, plain);
        }

        /** Returns the end of a name that is not a single run, or the start of the run if there is none. */
        private int otherAt(int from, int to) {
            int wide = WideNames.beginning(text, from);
            int end = WideNames.end(text, wide, to);
            if (wide < from || end > to) {
                return wideAt(wide, from, to, end);
            }
            WindowsPaths.@Nullable Found path = text.startsWith("\\", to) ? WindowsPaths.at(text, from) : null;
            if (path == null) {
                return from;
            }
            found.identifier(path.identifier().kind(), path.identifier().text(), from);
            return path.to();
        }

        /** Reads a name with CJK characters. If its bounds are ambiguous, no part of it is reported as a file. */
        private int wideAt(int wide, int from, int to, int end) {
            boolean told = wide == from || WideNames.isBeginning(text, wide, from);
            String name = told ? text.substring(wide, end) : "";
            Identifier path = KnownNames.isFile(name) ? PathShape.of(name) : null;
            if (path == null && KnownNames.isFile(name) && name.indexOf('/') < 0) {
                path = new Identifier(IdentifierKind.FILE, name);
            }
            if (path != null) {
                found.identifier(path.kind(), path.text(), wide);
                return end;
            }
            boolean torn = wide < from && KnownNames.isFile(text.substring(from, to));
            return torn ? to : from;
        }

        private int plainAt(int from, int to, boolean slash, boolean plain) {
            if (text.startsWith("://", to) && (endsWith(from, to, "http") || endsWith(from, to, "https"))) {
                return urlAt(text.lastIndexOf("http", to), to + 3);
            }
            if (to - from > LONGEST_RUN) {
                return to;
            }
            // Fast path: skip a plain lowercase word unless it is a call or may precede an exit code or status.
            if (plain && !text.startsWith("()", to) && !isOutcome(from, to)) {
                return to;
            }
            if (slash) {
                slashed(from, to);
            } else {
                NameScan.scan(text, from, to, found);
            }
            return to;
        }

        private boolean isOutcome(int from, int to) {
            return endsWith(from, to, "exit") || endsWith(from, to, "status");
        }

        private boolean endsWith(int from, int to, String word) {
            return to - from >= word.length() && text.startsWith(word, to - word.length());
        }

        private int urlAt(int from, int rest) {
            int to = rest;
            while (to < text.length() && !endsUrl(text.charAt(to))) {
                to++;
            }
            int end = to;
            while (end > rest && ".,;:!?)]*".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (end > rest) {
                found.identifier(IdentifierKind.URL, text.substring(from, end), from);
            }
            return to;
        }

        private static boolean endsUrl(char c) {
            return c <= ' ' || "\"'<>`\\{}|".indexOf(c) >= 0 || Characters.isCjk(c) || Character.isWhitespace(c);
        }

        private void slashed(int from, int to) {
            Identifier path = PathShape.of(text.substring(from, to));
            // With accented letters, only file names are reliable.
            if (path != null && (!hasAccent(from, to) || KnownNames.isFile(path.text()))) {
                found.identifier(path.kind(), path.text(), from);
                return;
            }
            int start = from;
            for (int i = from; i <= to; i++) {
                if (i == to || text.charAt(i) == '/') {
                    NameScan.scan(text, start, i, found);
                    start = i + 1;
                }
            }
        }

        private boolean hasAccent(int from, int to) {
            for (int i = from; i < to; i++) {
                if (text.charAt(i) >= 128) {
                    return true;
                }
            }
            return false;
        }

        private int ticketAt(int hash) {
            int to = hash + 1;
            while (to < text.length() && Characters.isDigit(text.charAt(to))) {
                to++;
            }
            boolean free = hash == 0 || (!Characters.isRun(text.charAt(hash - 1)) && text.charAt(hash - 1) != '&');
            boolean ends = to == text.length() || !Characters.isWord(text.charAt(to));
            if (free && ends && to > hash + 1 && to <= hash + 6) {
                found.identifier(IdentifierKind.TICKET, text.substring(hash, to), hash);
                return to;
            }
            return hash + 1;
        }

        private int quotedAt(int quote) {
            @Nullable String path = QuotedPaths.at(text, quote);
            if (path == null) {
                return quote + 1;
            }
            IdentifierKind kind = path.indexOf('/') < 0 ? IdentifierKind.FILE : IdentifierKind.PATH;
            found.identifier(kind, path, quote + 1);
            return quote + 1 + path.length();
        }
    }
}
