package dev.pith.activities.dates;

import dev.pith.activities.dates.SpanWords.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the date that a relative one means beside it: {@code tomorrow [2026-03-05]}. */
public final class RelativeDates {

    private static final String BEHIND = "(?:['’]s)?(?![\\p{L}\\p{M}\\p{N}_/\\\\\\[-]|\\.\\p{L})(?! \\[\\d)";
    private static final String WEEKDAYS = "mon|tues|wednes|thurs|fri|satur|sun";

    private static final String COUNT = "\\d{1,3}|" + DayWords.pattern(SpanWords.COUNTS.keySet());

    /** Words of languages with blanks, "next Friday", "in 3 days", "two weeks ago", and words of the other languages. */
    private static final Pattern RELATIVE = Pattern.compile("^(?iu)(?:(?:(?<!\\bweeks? from )(?<!\\bas )(?<word>"
            + DayWords.pattern(DayWords.SPACED.keySet())
            + ")(?! is \\d)|(?<!(?:heute|guten|jeden|am|every|gestern) )(?-i:(?<german>morgen))"
            + "|(?<which>next|last|this|by|until|before) (?<weekday>" + WEEKDAYS + ")day"
            + "|(?<span>" + DayWords.pattern(SpanWords.SPACED.keySet()) + ")"
            + "|in (?<ahead>" + COUNT + ") (?<aheads>day|week|month|year)s?"
            + "|(?<ago>" + COUNT + ") (?<agos>day|week|month|year)s? (?<side>ago|from now))" + BEHIND
            + "|(?<wide>" + DayWords.pattern(DayWords.UNSPACED.keySet()) + ")(?! ?\\[\\d|头条|香)"
            + "|(?<week>下|上|本|这|這)(?:个|個)?(?:周|週|星期|礼拜)(?<number>[一二三四五六日天])"
            + "|(?<wideSpan>" + DayWords.pattern(SpanWords.UNSPACED.keySet()) + ")(?! ?\\[)"
            + "|(?<![第每近])(?<count>\\d{1,3}|[" + SpanWords.DIGITS + "两兩])"
            + " ?(?<unit>天|日|周|週間|週|(?:个|個)?星期|(?:个|個|か|ヶ)月|年)[以之]?(?<way>[后後前])(?![端面台续缀置提勤]| ?\\[))");

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
        Span span = span(matcher);
        if (span != null) {
            return span.from(day);
        }
        if (matcher.group("week") != null) {
            int number = NUMBERS.indexOf(matcher.group("number").replace('天', '日'));
            long weeks = "下".equals(matcher.group("week")) ? 1 : "上".equals(matcher.group("week")) ? -1 : 0;
            return SpanWords.monday(day).plusWeeks(weeks).plusDays(number);
        }
        if (matcher.group("ahead") != null) {
            return counted(matcher.group("ahead"), matcher.group("aheads"), 1, day);
        }
        if (matcher.group("ago") != null) {
            int way = matcher.group("side").equalsIgnoreCase("ago") ? -1 : 1;
            return counted(matcher.group("ago"), matcher.group("agos"), way, day);
        }
        return counted(
                matcher.group("count"),
                matcher.group("unit"),
                matcher.group("way").equals("前") ? -1 : 1,
                day);
    }

    private static @Nullable Span span(Matcher matcher) {
        String spaced = matcher.group("span");
        return spaced == null
                ? matcher.group("wideSpan") == null ? null : SpanWords.UNSPACED.get(matcher.group("wideSpan"))
                : SpanWords.SPACED.get(spaced.toLowerCase(Locale.ROOT));
    }

    /** Returns a day, or a month or year: nobody means a day by "in two months". */
    private static Object counted(String count, String unit, int way, LocalDate day) {
        long steps = (long) SpanWords.count(count) * way;
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "day", "天", "日" -> day.plusDays(steps);
            case "month", "个月", "個月", "か月", "ヶ月" -> new Span(ChronoUnit.MONTHS, steps).from(day);
            case "year", "年" -> new Span(ChronoUnit.YEARS, steps).from(day);
            default -> day.plusWeeks(steps);
        };
    }

    private static LocalDate weekday(String which, String weekday, LocalDate day) {
        int place = WEEKDAYS.substring(0, WEEKDAYS.indexOf(weekday.toLowerCase(Locale.ROOT)))
                .replaceAll("[^|]", "")
                .length();
        DayOfWeek named = DayOfWeek.of(place + 1);
        return switch (which.toLowerCase(Locale.ROOT)) {
            case "last" -> day.with(TemporalAdjusters.previous(named));
            case "next" -> SpanWords.monday(day).plusWeeks(1).with(TemporalAdjusters.nextOrSame(named));
            default -> day.with(TemporalAdjusters.nextOrSame(named));
        };
    }
}
