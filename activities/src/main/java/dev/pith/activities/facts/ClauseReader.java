package dev.pith.activities.facts;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a key and its value from a clause: an assignment, a colon, "X is Y", or a relation of two things. */
final class ClauseReader {

    /** Ends of Chinese words before a verb that they negate. */
    private static final String NEGATION = "不没再未";

    private static final int SHORTEST = 3;
    static final int MOST_KEY_WORDS = 6;
    private static final int MOST_VALUE_WORDS = 6;
    private static final int MOST_PLAIN_WORDS = 3;

    private static final Pattern ASSIGNED =
            Pattern.compile("([\\p{L}_][^\\s=:;,'\"`(){}\\[\\]<>!/\\\\]{0,59}+) ?[:+]?= ?([^\\s=>].*+)");

    private static final Pattern ARROW = Pattern.compile("^([^→]{1,60}?) (?:→|->|=>) ([^→]{1,120}+)");

    private static final Pattern COLON =
            Pattern.compile("([\\p{L}_][^:：=;,，(){}\\[\\]<>\"!?/\\\\|]{0,59}+)(?:: {1,3}+|：) ?([^\\s:].*+)");

    private static final Pattern IS = Pattern.compile(
            "^(?i)([\\p{L}_][^:=;,(){}\\[\\]<>\"!?/\\\\|]{0,59}?) (?:is|are|was|will be|should be|must be|becomes|stays|remains)"
                    + " (?:now |always |still |set to |called |named |exactly )?(?:the |at )?(\\S.*+)");

    /** A clause with a verb that tells of the future: a state that it names is not reached. */
    private static final Pattern FUTURE = Pattern.compile(" (?i:will|should|must|to) be ");

    /** A relation that gives its subject another value. */
    private static final Pattern CHANGE = Pattern.compile(
            "^(?i)(?:(?:now|is|are|was|has|been|have) )*+(?:changed?|changes|set|switched|renamed|updated|replaced)"
                    + "(?: now)? (to|by|with|from)$");

    private static final Pattern NEGATED =
            Pattern.compile("^(?i)(?:not|no longer) .{0,80}?,? but (?:it is |it's |now |rather )?(\\S.{0,119})$");

    private static final Pattern WRONG = Pattern.compile("(?i) (?:is|was) wrong\\b.{0,20}?(?: use (\\S.{0,119}))?$");

    private static final Pattern RELATION = Pattern.compile(
            "^(?i)(\\S[^:=;,(){}\\[\\]<>\"!?|]{0,59}?) ((?:(?:directly|now|only|also|is|are|was|been|has|have) ){0,3}"
                    + "(?:depends?|routes?|reports?|points?|maps?|connects?|transfers?|transferred|moves?|moved|changes?|changed|"
                    + "renamed|replaced|listens?|runs?|lives?|deployed|stored|hosted|owned|assigned|located|set|belongs?|resolves?|"
                    + "expires?|starts?|ends?|defaults?|redirects?|forwards?|sits?|binds?|bound|scheduled|pinned)"
                    + "(?: (?:directly|only|now))?"
                    + " (?:on|to|in|at|by|with|under|from|until|into|as|behind)) (?:the )?(\\S.{0,119}+)");

    private static final Pattern ARTICLE = Pattern.compile(
            "^(?i:the |our |your |my |its )?(?i:(?:new|final|current|correct|actual|updated) )?(?i:value (?:of|for) (?:the )?)?");

    private static final Pattern WIDE_IS =
            Pattern.compile("^([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}A-Za-z0-9_-]{1,24}?)"
                    + "(?:现在)?(?:改为|改成|就是|是|为|位于|依赖于?|指向|设为|は)([^，,；;]{1,60}+)");

    private static final List<Function<String, @Nullable Clause>> FORMS = List.of(
            WorkItemState::first,
            ClauseReader::assigned,
            ClauseReader::related,
            ClauseReader::equal,
            ClauseReader::wide);

    private ClauseReader() {}

    /** Reads any form of a fact; null if the clause says none. Linear: the forms are bounded. */
    static @Nullable Clause said(String text) {
        String clause = text.strip().replace("n't ", " not ").replace("n’t ", " not ");
        if (clause.length() < SHORTEST || clause.length() > Clause.LONGEST) {
            return null;
        }
        // "Topology update: a depends on b" says of a, not of the update.
        int colon = clause.indexOf(": ");
        Clause inner = colon < 0 ? null : bare(clause.substring(colon + 2).strip());
        if (inner != null) {
            return inner;
        }
        Clause whole = colon > 0 || clause.indexOf('：') > 0 ? named(clause) : null;
        return whole != null ? whole : bare(clause);
    }

    /** Reads a key with an equals sign or a colon, the forms of programs; null if the clause is none. Linear. */
    static @Nullable Clause set(String text) {
        String clause = text.strip();
        boolean mayBe = clause.indexOf('=') > 0 || clause.indexOf(": ") > 0 || clause.indexOf('：') > 0;
        if (!mayBe || clause.length() < SHORTEST || clause.length() > Clause.LONGEST) {
            return null;
        }
        Clause assigned = assigned(clause);
        return assigned != null ? assigned : named(clause);
    }

    /** Reads a cell of a table; null if it is no value. */
    static @Nullable Clause cell(String key, String cell) {
        boolean filled = cell.chars().anyMatch(Character::isLetterOrDigit);
        return filled ? value(key, null, cell, MOST_VALUE_WORDS, false) : null;
    }

    private static @Nullable Clause bare(String clause) {
        for (Function<String, @Nullable Clause> form : FORMS) {
            Clause read = form.apply(clause);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    private static @Nullable Clause assigned(String clause) {
        Matcher matcher = ASSIGNED.matcher(clause);
        if (matcher.matches()) {
            return isCopied(matcher.group(1).strip(), matcher.group(2).strip())
                    ? null
                    : value(matcher.group(1), null, matcher.group(2), MOST_VALUE_WORDS, false);
        }
        Matcher arrow = ARROW.matcher(clause);
        return arrow.matches() ? value(arrow.group(1), "→", arrow.group(2), MOST_PLAIN_WORDS, true) : null;
    }

    private static @Nullable Clause named(String clause) {
        Matcher matcher = COLON.matcher(clause);
        return matcher.matches() ? value(matcher.group(1), null, matcher.group(2), MOST_VALUE_WORDS, true) : null;
    }

    private static @Nullable Clause related(String clause) {
        Matcher matcher = RELATION.matcher(clause);
        if (!matcher.matches()) {
            return null;
        }
        Matcher change = CHANGE.matcher(matcher.group(2));
        if (change.matches()) {
            int to = matcher.group(3).indexOf(" to ");
            boolean from = change.group(1).equalsIgnoreCase("from");
            return from && to < 0
                    ? null
                    : value(
                            matcher.group(1),
                            null,
                            matcher.group(3).substring(from ? to + 4 : 0),
                            MOST_PLAIN_WORDS,
                            true);
        }
        return value(matcher.group(1), matcher.group(2), matcher.group(3), MOST_PLAIN_WORDS, true);
    }

    private static @Nullable Clause equal(String clause) {
        Matcher matcher = IS.matcher(clause);
        if (!matcher.matches()) {
            return null;
        }
        boolean ahead = FUTURE.matcher(clause).find()
                && WorkItemState.of(plain(matcher.group(1)), plain(matcher.group(2))) != null;
        return ahead ? null : value(matcher.group(1), "is", matcher.group(2), MOST_PLAIN_WORDS, true);
    }

    private static @Nullable Clause wide(String clause) {
        Matcher matcher = WIDE_IS.matcher(clause);
        return matcher.matches() ? value(matcher.group(1), "是", matcher.group(2), MOST_PLAIN_WORDS, true) : null;
    }

    /**
     * Returns the clause if key and value are ones.
     *
     * @param specific whether the value must hold a name or a number
     */
    private static @Nullable Clause value(
            String key, @Nullable String verb, String value, int words, boolean specific) {
        String named = ARTICLE.matcher(plain(key)).replaceFirst("");
        String held = corrected(plain(value));
        boolean keyed = !named.isEmpty()
                && named.length() <= Clause.LONGEST_KEY
                && Specifics.words(named) <= MOST_KEY_WORDS
                && Character.isLetter(named.codePointAt(0))
                && !(verb != null && NEGATION.indexOf(named.charAt(named.length() - 1)) >= 0)
                && named.indexOf('`') < 0
                && !KeyWords.isPlain(named);
        Clause state =
                keyed && (verb == null || "is".equals(verb) || "是".equals(verb)) ? WorkItemState.of(named, held) : null;
        if (state != null) {
            return state;
        }
        boolean denied = held.regionMatches(true, 0, "not ", 0, 4) || held.regionMatches(true, 0, "no longer ", 0, 10);
        boolean valued = !held.isEmpty()
                && !denied
                && held.length() <= Clause.LONGEST_VALUE
                && Specifics.words(held) <= words
                && !isCode(held)
                && (!specific || Specifics.isIn(held));
        return keyed && valued ? new Clause(named, "is".equals(verb) || "是".equals(verb) ? null : verb, held) : null;
    }

    /** Returns what holds: "not 80, but 81" is 81, "80 is wrong, use 81" too; empty if only what does not hold is said. */
    private static String corrected(String held) {
        Matcher wrong = WRONG.matcher(held);
        if (wrong.find()) {
            return wrong.group(1) == null ? "" : wrong.group(1);
        }
        Matcher negated = NEGATED.matcher(held);
        return negated.matches() ? negated.group(1) : held;
    }

    /** Returns whether an assignment copies a variable, as code does. */
    private static boolean isCopied(String key, String value) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return value.equalsIgnoreCase(last)
                || (key.indexOf('.') > 0 && value.chars().allMatch(c -> Character.isLetter(c) || c == '.' || c == '_'));
    }

    private static boolean isCode(String value) {
        int dated = value.indexOf(" [");
        String words = dated > 0 && value.endsWith("]") ? value.substring(0, dated) : value;
        return words.chars().anyMatch(c -> "(){}<>[]$|?`".indexOf(c) >= 0);
    }

    private static boolean isMixed(String text) {
        return text.indexOf(' ') < 0
                && text.chars().anyMatch(Character::isLetter)
                && text.chars().anyMatch(Character::isDigit);
    }

    /** Removes quotes, emphasis, and the punctuation at the end. */
    private static String plain(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && " \t\"'`*_“”‘’「」".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        // The mark at the end of a password belongs to it.
        String ends = isMixed(text) ? " \t\"'`*.,;。，“”‘’「」" : " \t\"'`*.,;!。，“”‘’「」";
        while (to > from && ends.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
