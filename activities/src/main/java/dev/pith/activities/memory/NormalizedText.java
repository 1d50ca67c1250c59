package dev.pith.activities.memory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text reduced to its meaningful words, for comparison with other texts. Linear in its length.
 *
 * @param words the meaningful words in order, in lower case and singular; for Chinese, Japanese, Thai and Lao, pairs of
 *     neighboring characters. Names without digits are words too
 * @param values numbers, and names with digits in them
 * @param negated whether the text contains a negation or prohibition
 */
public record NormalizedText(Set<String> words, Set<String> values, boolean negated) {

    private static final Pattern TOKEN = Pattern.compile("#\\d+|[\\u0E00-\\u0EFF\\u3040-\\u30FF\\u3400-\\u9FFF]+"
            + "|[\\p{L}\\p{M}\\p{N}_&&[^\\u0E00-\\u0EFF]]+(?:['.][\\p{L}\\p{M}\\p{N}_&&[^\\u0E00-\\u0EFF]]+)*+[+#]*");

    /** Words followed by an identifying number ("issue 12"), which is part of the name and not a value. */
    private static final Set<String> COUNTED =
            words("issue pr pull ticket bug task step phase option line round chapter part stage milestone bead");

    private static final Set<String> EMPTY = words("""
            a an the and or but so of to in on at by for from with as is are was were be been being am it its this that
            these
            those there here he she they we i you me my our your their his her us them do does did done doing have has had
            will would can could shall should may might must let also too very just only then than when where which who what
            how if all any some each every always please want wants need needs user users person
            """);

    private static final Set<String> NEGATIONS = words("""
            not no never none nothing neither nor cannot without avoid forbidden don't dont doesn't didn't won't can't
            shouldn't mustn't isn't aren't wasn't wouldn't couldn't stop
            nicht nie niemals kein keine keinen jamais pas nunca jamás não nem никогда не нельзя ніколи nigdy asla
            jangan tidak không đừng cấm لا אל אסור मत नहीं هرگز نباید
            """);

    /** "Don't forget" is no negation. */
    private static final Pattern NOT_FORGET = Pattern.compile("\\b(?:don't|dont|do not|never) forget\\b|不要忘记?|别忘记?了?");

    private static final Pattern WIDE_NEGATION = Pattern.compile("[不没無无勿别別禁]|ない|ません|ห้าม|อย่า|ไม่");

    public NormalizedText {
        words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
        values = Set.copyOf(values);
    }

    /** Normalizes a text. */
    public static NormalizedText of(String text) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> values = new LinkedHashSet<>();
        boolean negated = false;
        String before = "";
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        Matcher token = TOKEN.matcher(NOT_FORGET.matcher(plain).replaceAll(" "));
        while (token.find()) {
            String found = token.group();
            if (isWide(found.charAt(0))) {
                negated |= WIDE_NEGATION.matcher(found).find();
                pairs(found, words);
            } else if (NEGATIONS.contains(found)) {
                negated = true;
            } else if (COUNTED.contains(singular(before)) && isNumber(found)) {
                words.remove(singular(before));
                words.add(singular(before) + found.replaceFirst("^#?", "#"));
            } else if (found.startsWith("#")) {
                words.add(found);
            } else if (hasDigit(found)) {
                values.add(found);
            } else if (!EMPTY.contains(found)) {
                words.add(singular(found));
            }
            before = found;
        }
        return new NormalizedText(words, values, negated);
    }

    /** Returns the words as an array, the form in which they are stored. */
    public String[] array() {
        return words.toArray(String[]::new);
    }

    /** Returns the share of its words, from 0 to 1, that another set of words contains; 0 if it has no words. */
    public double within(Set<String> others) {
        return words.isEmpty() ? 0 : (double) shared(others) / words.size();
    }

    /** Returns the number of words in common with another set. */
    public int shared(Set<String> others) {
        return (int) words.stream().filter(others::contains).count();
    }

    private static void pairs(String run, Set<String> words) {
        if (run.length() == 1) {
            words.add(run);
        }
        for (int i = 0; i + 1 < run.length(); i++) {
            words.add(run.substring(i, i + 2));
        }
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("'s");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean hasDigit(String token) {
        return token.chars().anyMatch(Character::isDigit);
    }

    private static boolean isNumber(String token) {
        return token.chars().skip(token.startsWith("#") ? 1 : 0).allMatch(Character::isDigit);
    }

    private static boolean isWide(char c) {
        return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x0E00 && c <= 0x0EFF);
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+", -1));
    }
}
