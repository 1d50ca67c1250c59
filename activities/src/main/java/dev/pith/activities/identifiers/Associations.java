package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/** Says to which file the symbols of a tool's answer belong: the file that was read, or the one that a search's line names. */
final class Associations {

    static final double EDITED = 1;
    static final double DEFINED = 4;
    private static final double SEARCHED = 3;
    private static final double READ = 0.2;
    private static final int LONGEST_NAME = 200;

    private final String text;
    private final @Nullable String file;
    private int lineEnd = -1;
    private @Nullable String lineFile;

    Associations(String text, @Nullable String file) {
        this.text = text;
        this.file = file;
    }

    /**
     * Associates a symbol with what its line or the whole text is about.
     *
     * @param at where the symbol begins; positions come in rising order
     * @param again whether the text held it before
     */
    void associate(NameUse symbol, int at, boolean again) {
        if (file != null) {
            double defined = Definitions.endsAt(text, at) ? DEFINED : 0;
            if (defined > 0 || !again) {
                symbol.in(file, defined + (again ? 0 : READ));
            }
            return;
        }
        if (at >= lineEnd) {
            line(at);
        }
        if (lineFile != null && Definitions.endsAt(text, at)) {
            symbol.in(lineFile, SEARCHED);
        }
    }

    private void line(int at) {
        int lineStart = text.lastIndexOf('\n', at) + 1;
        int end = text.indexOf('\n', at);
        lineEnd = end < 0 ? text.length() : end;
        int colon = FileNames.hasDrive(text, lineStart) ? lineStart + 2 : lineStart;
        int most = Math.min(lineEnd, lineStart + LONGEST_NAME);
        while (colon < most && text.charAt(colon) != ':') {
            colon++;
        }
        lineFile = null;
        if (colon >= most) {
            return;
        }
        String name = text.substring(lineStart, colon);
        int number = colon + 1;
        while (number < lineEnd && Characters.isDigit(text.charAt(number))) {
            number++;
        }
        boolean numbered =
                number > colon + 1 && number < lineEnd && (text.charAt(number) == ':' || text.charAt(number) == '-');
        if (numbered && KnownNames.isFile(name) && name.indexOf(' ') < 0) {
            lineFile = FileNames.normal(name.startsWith("./") ? name.substring(2) : name);
        }
    }
}
