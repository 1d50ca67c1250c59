package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/** Assigns the symbols of a tool result to a file: the file that was read, or the one a search result line names. */
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
     * Associates a symbol with the file of its line, or with the file of the whole text.
     *
     * @param at start index of the symbol; successive calls must use ascending positions
     * @param again whether the symbol occurred earlier in the text
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
