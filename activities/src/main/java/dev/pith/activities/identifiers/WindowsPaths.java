package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/**
 * Finds Windows paths in running text: with a drive, on a share, or relative to a folder. Backslashes may be doubled,
 * as in code. Each index is examined once, up to the maximum path length.
 */
final class WindowsPaths {

    private static final int LONGEST = 300;

    /** Maximum distance, in characters, searched backwards for the start of a path. */
    private static final int LONGEST_BEGINNING = 80;

    /**
     * A path found in a text.
     *
     * @param to its end index in the text
     */
    record Found(Identifier identifier, int to) {}

    private final String text;
    private final int most;
    private int at;
    private boolean doubled;
    private boolean escapes;
    private boolean slashes;
    private int segments;
    private int lastFrom;

    private WindowsPaths(String text, int from) {
        this.text = text;
        this.most = Math.min(text.length(), from + LONGEST);
        this.at = from;
    }

    /** Returns the path that starts at an index, or null if there is none. */
    static @Nullable Found at(String text, int from) {
        if (from > 0 && (Characters.isRun(text.charAt(from - 1)) || text.charAt(from - 1) == '\\')) {
            return null;
        }
        WindowsPaths path = new WindowsPaths(text, from);
        if (FileNames.hasDrive(text, from)) {
            path.at = from + 2;
            return path.read(from, true);
        }
        if (text.startsWith(FileNames.LONG_SHARE, from)) {
            path.at = from + FileNames.LONG_SHARE.length() - 1;
            return path.read(from, true);
        }
        if (text.startsWith(FileNames.LONG_PATH, from)) {
            path.at = from + FileNames.LONG_PATH.length() + 2;
            return FileNames.hasDrive(text, path.at - 2) ? path.read(from, true) : null;
        }
        if (text.startsWith("\\\\", from)) {
            return path.read(from, false);
        }
        return Characters.isRun(text.charAt(from)) ? path.relative(from) : null;
    }

    /**
     * Whether a backslash before n, t or r is part of a path with an unknown start ({@code %TEMP%\\relay.log},
     * {@code ~\\app\\til.rs}) rather than an escaped line break or tab. The text after it is then not a whole name.
     */
    static boolean isTorn(String text, int backslash) {
        int from = backslash;
        while (from > 0 && backslash - from < LONGEST_BEGINNING && isBeginning(text.charAt(from - 1))) {
            from--;
        }
        String before = text.substring(from, backslash);
        int segment = before.length() - before.lastIndexOf('\\') - 1;
        boolean variable = before.startsWith("~")
                || before.startsWith("$env:")
                || (before.startsWith("%") && before.indexOf('%', 1) > 0);
        return variable || (segment > 1 && segment < before.length() && !KnownNames.isFile(before));
    }

    /** Returns the end of such a path. */
    static int restEnd(String text, int backslash) {
        int to = backslash;
        while (to < text.length() && (text.charAt(to) == '\\' || isName(text.charAt(to)))) {
            to++;
        }
        return to;
    }

    private static boolean isBeginning(char c) {
        return c == '\\' || "%$:{}".indexOf(c) >= 0 || isName(c);
    }

    /** Reads the path after a drive, or a share with its content. */
    private @Nullable Found read(int from, boolean drive) {
        if (!segments(drive)) {
            return null;
        }
        int to = trimmed(from);
        String name = FileNames.normal(text.substring(from, to));
        boolean file = KnownNames.isFile(name);
        boolean telling = drive ? name.length() > 4 : segments >= 3 && (file || !escapes);
        return telling ? new Found(new Identifier(IdentifierKind.PATH, name), Math.max(to, from + 1)) : null;
    }

    /** Reads a relative file path. If a backslash may be an escape, the path must start with a known source folder. */
    private @Nullable Found relative(int from) {
        int first = from;
        while (first < most && isName(text.charAt(first))) {
            first++;
        }
        if (first == from || first == most || text.charAt(first) != '\\') {
            return null;
        }
        String folder = text.substring(from, first);
        segments(false);
        int to = trimmed(from);
        String name = FileNames.normal(text.substring(from, to));
        boolean sure = !escapes || (KnownNames.isSourceFolder(folder) && !slashes);
        boolean file = segments >= 2 && KnownNames.isFile(name);
        return file && sure && !slashes ? new Found(new Identifier(IdentifierKind.PATH, name), to) : null;
    }

    /** Reads segments with their leading slashes; returns whether there is any. */
    private boolean segments(boolean drive) {
        int from = at;
        while (at < most) {
            int name = at;
            while (name < most && FileNames.isSlash(text.charAt(name))) {
                name++;
            }
            if (segments > 0 && name == at) {
                break;
            }
            if (segments > 0 && ends(name)) {
                break;
            }
            note(name, drive);
            int end = nameEnd(name);
            if (end == name) {
                break;
            }
            lastFrom = name;
            segments++;
            at = end;
        }
        return at > from && segments > 0;
    }

    /** Whether the path ends before a name: after a file name, or where the escaping style changes. */
    private boolean ends(int name) {
        boolean escape = doubled && name - at == 1 && text.charAt(at) == '\\' && isEscape(name);
        return escape || (KnownNames.isFile(text.substring(lastFrom, at)) && isEscape(name));
    }

    private void note(int name, boolean drive) {
        if (name > at && text.charAt(at) == '\\') {
            boolean share = segments == 0 && !drive;
            doubled |= name - at >= (share ? 4 : 2);
            escapes |= !share && name - at == 1 && isEscape(name);
        } else if (name > at) {
            slashes = true;
        }
    }

    private boolean isEscape(int name) {
        return name < text.length() && text.charAt(name - 1) == '\\' && "ntr".indexOf(text.charAt(name)) >= 0;
    }

    /** Returns the end of a name. It may contain one space if an uppercase letter and, later, a slash follow. */
    private int nameEnd(int from) {
        int end = from;
        while (end < most && isName(text.charAt(end))) {
            end++;
        }
        boolean more = end > from && end + 1 < most && text.charAt(end) == ' ' && startsSecond(text.charAt(end + 1));
        if (!more) {
            return end;
        }
        int second = end + 1;
        while (second < most && (isName(text.charAt(second)) || "()".indexOf(text.charAt(second)) >= 0)) {
            second++;
        }
        if (second < most && text.charAt(second) == ' ' && second + 1 < most && text.charAt(second + 1) == '(') {
            int bracket = second;
            while (bracket < Math.min(most, second + 8) && text.charAt(bracket) != ')') {
                bracket++;
            }
            second = bracket < most && text.charAt(bracket) == ')' ? bracket + 1 : second;
        }
        return second < most && FileNames.isSlash(text.charAt(second)) ? second : end;
    }

    private static boolean startsSecond(char c) {
        return c == '(' || (Character.isUpperCase(c) && Character.isLetter(c));
    }

    private static boolean isName(char c) {
        return c != '/' && (Characters.isRun(c) || WideNames.isLetter(c) || Character.isLetter(c));
    }

    /** Returns the end without trailing punctuation. */
    private int trimmed(int from) {
        int to = at;
        while (to > from && ".-+@~\\/".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return to;
    }
}
