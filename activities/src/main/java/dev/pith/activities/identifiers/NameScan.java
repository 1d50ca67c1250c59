package dev.pith.activities.identifiers;

import dev.pith.activities.identifiers.IdentifierScanner.Found;

/** Scans a run without slashes, largest names first. Text already matched is not scanned again. */
final class NameScan {

    private static final int UUID = 36;
    private static final int SHORTEST_DOTTED = 6;

    /** Maximum length of an id with dashes, in characters. */
    private static final int LONGEST_COMPOUND = 80;

    private static final int SHORTEST_CALLED = 4;

    private final String text;
    private final Found found;

    private NameScan(String text, Found found) {
        this.text = text;
        this.found = found;
    }

    static void scan(String text, int from, int to, Found found) {
        NameScan scan = new NameScan(text, found);
        boolean address = false;
        int start = from;
        for (int i = from; i <= to; i++) {
            char c = i == to ? '@' : text.charAt(i);
            if (c == '@' || c == '+' || c == '~') {
                address |= c == '@' && i < to && i > start;
                if (!address) {
                    scan.dashed(start, i);
                }
                start = i + 1;
            }
        }
    }

    /** Letters, digits, dots, dashes and underscores. */
    private void dashed(int from, int to) {
        int end = to;
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        int start = from;
        while (start < end && (text.charAt(start) == '.' || text.charAt(start) == '-')) {
            start++;
        }
        if (start == end) {
            return;
        }
        if (start - from == 2 && text.charAt(from) == '-' && text.charAt(from + 1) == '-' && isFlag(start, end)) {
            found.identifier(IdentifierKind.FLAG, text.substring(from, end), from);
            return;
        }
        String name = text.substring(start, end);
        boolean called = end < text.length() && text.charAt(end) == '(';
        if (end - start == UUID && isUuid(name)) {
            found.identifier(IdentifierKind.ID, name, start);
        } else if (isTicket(name)) {
            found.identifier(IdentifierKind.TICKET, name, start);
        } else if (!called && KnownNames.isFile(name) && isStart(name.charAt(0))) {
            found.identifier(IdentifierKind.FILE, name, start);
        } else if (Quantities.isVersion(name)) {
            found.identifier(IdentifierKind.VERSION, name, start);
        } else {
            split(start, end);
        }
    }

    private static boolean isStart(char c) {
        return Characters.isWord(c) || Characters.isAccented(c);
    }

    private void split(int from, int to) {
        if (to - from <= LONGEST_COMPOUND && hasId(from, to)) {
            found.identifier(IdentifierKind.ID, text.substring(from, to), from);
            return;
        }
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == '-') {
                dotted(start, i, start > from || i < to);
                start = i + 1;
            }
        }
    }

    /** Returns whether one of several parts separated by dashes is an id: the whole is one then. */
    private boolean hasId(int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == '-') {
                boolean part = start > from || i < to;
                if (part && WordShape.of(text.substring(start, i)) == IdentifierKind.ID) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /**
     * Letters, digits, dots and underscores.
     *
     * @param part whether it is one of several parts separated by dashes
     */
    private void dotted(int from, int to, boolean part) {
        String quantity = Quantities.at(text, from, to);
        if (quantity != null) {
            found.identifier(IdentifierKind.NUMBER, quantity, from);
            return;
        }
        int dot = from;
        while (dot < to && text.charAt(dot) != '.') {
            dot++;
        }
        if (dot == to) {
            word(from, to, part);
            return;
        }
        if (KnownNames.isStandardHead(text.substring(from, dot))) {
            return;
        }
        boolean plain = true;
        boolean names = true;
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == '.') {
                names &= i > start && Characters.isWord(text, start, i) && !Characters.isDigit(text.charAt(start));
                plain &= WordShape.of(text.substring(start, i)) == null;
                start = i + 1;
            }
        }
        if (plain && names && !part && to - from >= SHORTEST_DOTTED) {
            found.identifier(IdentifierKind.SYMBOL, text.substring(from, to), from);
        } else if (!plain) {
            start = from;
            for (int i = from; i <= to; i++) {
                if (i == to || text.charAt(i) == '.') {
                    word(start, i, true);
                    start = i + 1;
                }
            }
        }
    }

    private void word(int from, int to, boolean part) {
        if (!Characters.isWord(text, from, to) || from == to) {
            return;
        }
        String word = text.substring(from, to);
        IdentifierKind kind = WordShape.of(word);
        if (kind != null) {
            found.identifier(kind, word, from);
        } else if (!part && word.length() >= SHORTEST_CALLED && text.startsWith("()", to)) {
            found.identifier(IdentifierKind.SYMBOL, word, from);
        } else if (!part && (word.equals("exit") || word.equals("status"))) {
            String outcome = Quantities.outcomeAt(text, from, to);
            if (outcome != null) {
                found.identifier(IdentifierKind.ERROR, outcome, from);
            }
        }
    }

    private boolean isFlag(int from, int to) {
        if (!Characters.isLower(text.charAt(from))) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Characters.isLower(c) && !Characters.isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isUuid(String name) {
        for (int i = 0; i < UUID; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? name.charAt(i) != '-' : !Characters.isHex(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Two to eight capitals, a dash, up to six digits. */
    private static boolean isTicket(String name) {
        int dash = name.indexOf('-');
        if (dash < 2 || dash > 8 || name.length() - dash > 7 || !Characters.isDigits(name, dash + 1, name.length())) {
            return false;
        }
        for (int i = 0; i < dash; i++) {
            if (!Characters.isUpper(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
