package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/** Distinguishes paths and references from other words with a slash. */
final class PathShape {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 300;

    private PathShape() {}

    /**
     * Returns the path or reference for a run with a slash.
     *
     * @return null if the run is neither, as in "and/or"
     */
    static @Nullable Identifier of(String run) {
        String path = trimmed(run);
        if (path.startsWith("/dev/")
                || path.length() < SHORTEST
                || path.length() > LONGEST
                || path.contains("//")
                || !hasLetter(path)) {
            return null;
        }
        String[] segments = (path.charAt(0) == '/' ? path.substring(1) : path).split("/", -1);
        String last = segments[segments.length - 1];
        if (KnownNames.isFile(last)) {
            return new Identifier(
                    segments.length == 1 && path.charAt(0) != '/' ? IdentifierKind.FILE : IdentifierKind.PATH, path);
        }
        char first = path.charAt(0);
        if (first == '/') {
            return segments.length >= 2 && segments[0].length() > 1 ? new Identifier(IdentifierKind.PATH, path) : null;
        }
        if (first == '~' || first == '.') {
            return segments.length >= 2 ? new Identifier(IdentifierKind.PATH, path) : null;
        }
        boolean source = KnownNames.isSourceFolder(segments[0]);
        if (segments.length >= 3) {
            boolean path3 = source || segments.length >= 4 || !isPlainWords(path);
            return path3 ? new Identifier(IdentifierKind.PATH, path) : null;
        }
        boolean named =
                segments.length == 2 && (source || (isTelling(path) && !KnownNames.isStandardHead(segments[0])));
        return named ? new Identifier(IdentifierKind.REF, path) : null;
    }

    /** Returns the file that a tool argument names, with any characters; null if it does not look like a name. */
    static @Nullable Identifier named(String file) {
        String path = FileNames.normal(file.startsWith("./") || file.startsWith(".\\") ? file.substring(2) : file);
        boolean name = !path.isBlank() && path.length() <= LONGEST && path.indexOf('\n') < 0;
        return name ? new Identifier(path.indexOf('/') < 0 ? IdentifierKind.FILE : IdentifierKind.PATH, path) : null;
    }

    /** Removes surrounding punctuation and diff prefixes. */
    private static String trimmed(String run) {
        int from = 0;
        int to = run.length();
        while (from < to
                && (run.charAt(from) == '+' || run.charAt(from) == '-' || run.charAt(from) == '@')
                && !(run.charAt(from) == '@' && from == 0)) {
            from++;
        }
        while (to > from && "./-+@~".indexOf(run.charAt(to - 1)) >= 0) {
            to--;
        }
        String path = run.substring(from, to);
        if (path.startsWith("./")) {
            path = path.substring(2);
        }
        path = withoutLine(path);
        boolean diff = (path.startsWith("a/") || path.startsWith("b/")) && KnownNames.isFile(path);
        return diff ? path.substring(2) : path;
    }

    /** Removes the line number that a search appends to a name: {@code a/b.go-86} or {@code a/b.go-86-func}. */
    private static String withoutLine(String path) {
        for (int dash = path.indexOf('-'); dash > 0; dash = path.indexOf('-', dash + 1)) {
            int end = path.indexOf('-', dash + 1);
            boolean numbered = Characters.isDigits(path, dash + 1, end < 0 ? path.length() : end);
            if (numbered && KnownNames.isFile(path.substring(0, dash))) {
                return path.substring(0, dash);
            }
        }
        return path;
    }

    private static boolean hasLetter(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (Characters.isLetter(path.charAt(i)) || Characters.isCjk(path.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Words and slashes only, as in "read/write/execute". */
    private static boolean isPlainWords(String path) {
        boolean start = true;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean letter = Characters.isLower(c) || (start && Characters.isUpper(c));
            if (!letter && c != '/') {
                return false;
            }
            start = c == '/';
        }
        return true;
    }

    private static boolean isTelling(String path) {
        boolean telling = false;
        boolean letter = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            telling |= Characters.isDigit(c) || c == '-' || c == '_' || c == '.';
            letter |= Characters.isLetter(c);
        }
        return telling && letter;
    }
}
