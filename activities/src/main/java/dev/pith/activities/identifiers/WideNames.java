package dev.pith.activities.identifiers;

/**
 * Finds file names with Chinese, Japanese or Korean characters in running text. Only separators delimit such a name: a
 * slash, a dash, an underscore, a dot, a known extension. If the bounds are ambiguous, neither the name nor a part of
 * it is reported.
 */
final class WideNames {

    /** Maximum length of a CJK segment, in characters; a longer one is a sentence. */
    private static final int LONGEST_STRETCH = 12;

    private static final int LONGEST = 120;

    /** Maximum number of CJK segments in a name. */
    private static final int MOST_STRETCHES = 6;

    private static final String PARTS = "_-./";

    /** Function words: common in sentences, rare in names. */
    private static final String JOINING = "了的是我请請和把在与與这這那のはをがに";

    private WideNames() {}

    static boolean isLetter(char c) {
        return Characters.isCjk(c) && Character.isLetter(c);
    }

    /** Returns the start of the name that may end in this run; the run's start if no CJK character precedes it. */
    static int beginning(String text, int from) {
        if (from == 0 || !isLetter(text.charAt(from - 1)) || isPlainStart(text.charAt(from))) {
            return from;
        }
        int start = from;
        while (start > 0 && from - start <= LONGEST_STRETCH && isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Whether the CJK segment before a run can be the start of its name. */
    static boolean isBeginning(String text, int start, int from) {
        boolean joins = false;
        for (int i = start; i < from; i++) {
            joins |= JOINING.indexOf(text.charAt(i)) >= 0;
        }
        boolean free = start == 0 || !(isLetter(text.charAt(start - 1)) || Characters.isRun(text.charAt(start - 1)));
        return free && !joins && from - start <= LONGEST_STRETCH;
    }

    /**
     * Returns the end of a name that continues after a run with CJK characters.
     *
     * @param to end of the run
     * @return the run's own end if the name does not continue
     */
    static int end(String text, int from, int to) {
        int at = to;
        for (int i = 0;
                i < MOST_STRETCHES
                        && at < text.length()
                        && isLetter(text.charAt(at))
                        && PARTS.indexOf(text.charAt(at - 1)) >= 0;
                i++) {
            int stretch = at;
            while (stretch < text.length() && stretch - at <= LONGEST_STRETCH && isLetter(text.charAt(stretch))) {
                stretch++;
            }
            int run = stretch;
            boolean dotted = false;
            while (run < text.length() && run - from < LONGEST && Characters.isRun(text.charAt(run))) {
                dotted |= text.charAt(run) == '.';
                run++;
            }
            boolean parted = run > stretch && !isPlainStart(text.charAt(stretch)) && stretch - at <= LONGEST_STRETCH;
            if (!parted) {
                return to;
            }
            int end = trimmed(text, stretch, run);
            if (dotted && KnownNames.isFile(text.substring(from, end))) {
                return end;
            }
            at = run;
        }
        return to;
    }

    private static int trimmed(String text, int from, int to) {
        int end = to;
        while (end > from && "./-+@~".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isPlainStart(char c) {
        return Characters.isLetter(c) || c == '@' || c == '~' || c == '+';
    }
}
