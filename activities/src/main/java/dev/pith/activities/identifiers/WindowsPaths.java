package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/**
 * Finds paths of Windows in running text: with a drive, of a share, and files named from a folder. Backslashes may be
 * doubled, as they are in code. Looks at each place once, and no further than the longest path.
 */
final class WindowsPaths {

    private static final int LONGEST = 300;

    /** So far back is looked for how a path begins. */
    private static final int LONGEST_BEGINNING = 80;

    /**
     * A path.
     *
     * @param to where it ends in the text
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

    /** The path that begins at a place, null where none does. */
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
     * Whether a backslash before an n, t or r stands in a path whose beginning is not known ({@code %TEMP%\\relay.log},
     * {@code ~\\app\\til.rs}), rather than for a line break or a tab: what follows it is then no whole name.
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

    /** Where such a path ends. */
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

    /** Behind a drive, or a share with what stands in it. */
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

    /** A file named from a folder; where a backslash could be part of an escaped line break, only from a folder of sources. */
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

    /** Reads segments, each with the slash before it, and says whether there is any. */
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

    /** What stands behind a file's name, or is written otherwise than the path so far, belongs to no path. */
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

    /** Where a name ends; one space may stand in it if a capital and, later, a slash follow. */
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

    /** Without what ends a sentence. */
    private int trimmed(int from) {
        int to = at;
        while (to > from && ".-+@~\\/".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return to;
    }
}
