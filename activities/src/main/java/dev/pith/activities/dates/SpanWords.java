package dev.pith.activities.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;

/** The words of many languages for a week, a month or a year near today, and for small numbers. */
final class SpanWords {

    /** The words of languages with blanks, in lower case. */
    static final Map<String, Span> SPACED = WordTable.of("""
            weeks 1: next week|nächste woche|nächsten woche|la semaine prochaine|la próxima semana|la semana que viene|semana que vem|la settimana prossima|на следующей неделе
            weeks -1: last week|letzte woche|letzten woche|la semaine dernière|la semana pasada|semana passada|la settimana scorsa|на прошлой неделе
            months 1: next month|nächsten monat|le mois prochain|el próximo mes|mês que vem|il mese prossimo|в следующем месяце
            months -1: last month|letzten monat|le mois dernier|el mes pasado|mês passado|il mese scorso|в прошлом месяце
            years 1: next year|nächstes jahr|nächsten jahr|l'année prochaine|el próximo año|ano que vem|l'anno prossimo|в следующем году
            years -1: last year|letztes jahr|letzten jahr|l'année dernière|el año pasado|ano passado|l'anno scorso|в прошлом году
            """, Span::of);

    /** The same for scripts without blanks between words, and for Korean. */
    static final Map<String, Span> UNSPACED = WordTable.of("""
            weeks 1: 下周|下週|下星期|下个星期|来週|다음 주|다음주
            weeks 0: 本周|本週|这周|這週|今週|이번 주|이번주
            weeks -1: 上周|上週|上星期|上个星期|先週|지난주|지난 주
            months 1: 下个月|下個月|下月|来月|다음 달|다음달
            months 0: 这个月|這個月|本月|今月|이번 달
            months -1: 上个月|上個月|上月|先月|지난달|지난 달
            years 1: 明年|来年|내년
            years 0: 今年|올해
            years -1: 去年|昨年|작년
            """, Span::of);

    /** Small numbers in words. */
    static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("twelve", 12));

    /** The Chinese and Japanese digits, each at the place of its value; 两 is a form of 二. */
    static final String DIGITS = "〇一二三四五六七八九十";

    private SpanWords() {}

    /**
     * A week, a month or a year, or a day.
     *
     * @param steps how many of the units after today; negative before it
     */
    record Span(ChronoUnit unit, long steps) {

        /** Reads a unit and its steps: {@code weeks -1}. */
        static Span of(String meaning) {
            int blank = meaning.indexOf(' ');
            ChronoUnit unit = ChronoUnit.valueOf(meaning.substring(0, blank).toUpperCase(Locale.ROOT));
            return new Span(unit, Long.parseLong(meaning.substring(blank + 1)));
        }

        /** Returns the span as it is seen from a day: the Monday of a week, a month, or a year. */
        Object from(LocalDate day) {
            return switch (unit) {
                case WEEKS -> "week of " + monday(day).plusWeeks(steps);
                case MONTHS -> YearMonth.from(day).plusMonths(steps);
                default -> Year.from(day).plusYears(steps);
            };
        }
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Returns a number in digits or in words. */
    static int count(String said) {
        String lower = said.toLowerCase(Locale.ROOT).replace('两', '二').replace('兩', '二');
        int digit = DIGITS.indexOf(lower);
        return digit > 0 ? digit : COUNTS.containsKey(lower) ? COUNTS.get(lower) : Integer.parseInt(lower);
    }
}
