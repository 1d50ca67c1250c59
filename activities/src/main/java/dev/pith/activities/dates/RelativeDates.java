package dev.pith.activities.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the date that a relative one means beside it: {@code tomorrow [2026-03-05]}. */
public final class RelativeDates {

    private static final String BEHIND = "(?:['’]s)?(?![\\p{L}\\p{M}\\p{N}_/\\\\\\[-]|\\.\\p{L})(?! \\[\\d)";
    private static final String WEEKDAYS = "mon|tues|wednes|thurs|fri|satur|sun";

    /** Words of languages with blanks, "next Friday", "in 3 days", "2 weeks ago", and words of the other languages. */
    private static final Pattern RELATIVE = Pattern.compile("^(?iu)(?:(?:(?<!\\bweeks? from )(?<word>"
            + DayWords.pattern(DayWords.SPACED)
            + ")|(?<!(?:heute|guten|jeden|am|every|gestern) )(?-i:(?<german>morgen))"
            + "|(?<which>next|last|this|by|until|before) (?<weekday>" + WEEKDAYS + ")day"
            + "|(?<step>next|last) (?<span>week|month)"
            + "|in (?<ahead>\\d{1,3}) (?<aheads>day|week)s?|(?<ago>\\d{1,3}) (?<agos>day|week)s? ago)" + BEHIND
            + "|(?<wide>" + DayWords.pattern(DayWords.UNSPACED) + ")(?! ?\\[\\d|头条|香)"
            + "|(?<side>下|上)个?(?:周|週|星期|礼拜)(?<number>[一二三四五六日天]))");

    /** The longest match, in characters. */
    private static final int LONGEST = 40;

    private static final String NUMBERS = "一二三四五六日";

    private RelativeDates() {}

    /**
     * Returns the text with dates in brackets behind its relative dates. Words in code blocks, in names and in paths stay
     * as they are. Linear.
     *
     * @param day when the text was written; null if that is not known, then the text is returned
     */
    public static String resolved(String text, @Nullable LocalDate day) {
        if (day == null) {
            return text;
        }
        Matcher matcher = RELATIVE.matcher(text).useAnchoringBounds(true).useTransparentBounds(true);
        CodeLines code = new CodeLines(text);
        StringBuilder resolved = new StringBuilder();
        int from = 0;
        for (int at = DayWords.next(text, 0); at >= 0; at = DayWords.next(text, Math.max(at + 1, from))) {
            matcher.region(at, Math.min(text.length(), at + LONGEST));
            if (matcher.lookingAt() && !code.holds(at)) {
                resolved.append(text, from, matcher.end())
                        .append(" [")
                        .append(date(matcher, day))
                        .append(']');
                from = matcher.end();
            }
        }
        return from == 0 ? text : resolved.append(text, from, text.length()).toString();
    }

    private static Object date(Matcher matcher, LocalDate day) {
        String word = matcher.group("word");
        if (word != null) {
            return day.plusDays(DayWords.SPACED.getOrDefault(word.toLowerCase(Locale.ROOT), 0));
        }
        if (matcher.group("german") != null) {
            return day.plusDays(1);
        }
        if (matcher.group("wide") != null) {
            return day.plusDays(DayWords.UNSPACED.getOrDefault(matcher.group("wide"), 0));
        }
        if (matcher.group("weekday") != null) {
            return weekday(matcher.group("which"), matcher.group("weekday"), day);
        }
        if (matcher.group("span") != null) {
            return span(matcher.group("step"), matcher.group("span"), day);
        }
        if (matcher.group("side") != null) {
            int number = NUMBERS.indexOf(matcher.group("number").replace('天', '日'));
            return monday(day).plusDays(number + (matcher.group("side").equals("下") ? 7L : -7L));
        }
        boolean ahead = matcher.group("ahead") != null;
        long count = Long.parseLong(matcher.group(ahead ? "ahead" : "ago"));
        long days = matcher.group(ahead ? "aheads" : "agos").equalsIgnoreCase("week") ? 7 * count : count;
        return day.plusDays(ahead ? days : -days);
    }

    private static LocalDate weekday(String which, String weekday, LocalDate day) {
        int place = WEEKDAYS.substring(0, WEEKDAYS.indexOf(weekday.toLowerCase(Locale.ROOT)))
                .replaceAll("[^|]", "")
                .length();
        DayOfWeek named = DayOfWeek.of(place + 1);
        return switch (which.toLowerCase(Locale.ROOT)) {
            case "last" -> day.with(TemporalAdjusters.previous(named));
            case "next" -> monday(day).plusWeeks(1).with(TemporalAdjusters.nextOrSame(named));
            default -> day.with(TemporalAdjusters.nextOrSame(named));
        };
    }

    /** Returns the Monday of a week, or a month. */
    private static Object span(String step, String span, LocalDate day) {
        int steps = step.equalsIgnoreCase("next") ? 1 : -1;
        return span.equalsIgnoreCase("week")
                ? "week of " + monday(day).plusWeeks(steps)
                : YearMonth.from(day).plusMonths(steps);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
