package dev.pith.activities.dates;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of many languages for a day near today. Words that mean something else more often are left out, such as the
 * French "hier" (in German: here) and the Hindi "कल" (both yesterday and tomorrow).
 */
final class DayWords {

    /** The distance in days of each word, in lower case. */
    static final Map<String, Integer> SPACED = WordTable.of("""
            0: today|tonight|heute|aujourd'hui|hoy|hoje|oggi|сегодня|сьогодні|dziś|dzisiaj|bugün|hôm nay|hari ini|امروز
            1: tomorrow|demain|amanhã|domani|завтра|jutro|yarın|ngày mai|besok|غدا|غدًا|فردا|מחר
            -1: yesterday|gestern|ayer|ontem|ieri|вчера|вчора|wczoraj|dün|hôm qua|kemarin|أمس|دیروز|אתמול
            2: the day after tomorrow|day after tomorrow|übermorgen|après-demain|pasado mañana|послезавтра|післязавтра|pojutrze
            -2: the day before yesterday|day before yesterday|vorgestern|avant-hier|anteayer|позавчера|позавчора|przedwczoraj
            """, Integer::valueOf);

    /** The same for scripts without blanks between words, and for Korean, whose particles follow a word directly. */
    static final Map<String, Integer> UNSPACED = WordTable.of("""
            0: 今天|今日|本日|오늘|วันนี้
            1: 明天|明日|내일|พรุ่งนี้
            -1: 昨天|昨日|어제|เมื่อวาน
            2: 后天|後天|明後日|모레
            -2: 前天|一昨日|그저께
            3: 大后天|大後天
            -3: 大前天
            """, Integer::valueOf);

    /** The beginnings of phrases of several words, of the German "morgen", and of Chinese weekdays. */
    private static final List<String> PHRASES = List.of(
            "morgen", "next ", "last ", "this ", "by ", "until ", "before ", "in ", "下礼", "上礼", "下个", "上个", "a day",
            "a week", "a month", "a year");

    /** The units that follow a Chinese or Japanese number. */
    private static final List<String> UNITS = List.of("天", "日", "周", "週", "星", "个", "個", "か", "ヶ", "年");

    private static final int PREFIX = 3;

    /** Thai, Chinese, Japanese and Korean characters, which may follow another word directly. */
    private static final char UNSPACED_FROM = 0x0E00;

    /** The first characters of all words and phrases. */
    private static final Set<String> PREFIXES = Stream.of(
                    SPACED.keySet(),
                    UNSPACED.keySet(),
                    SpanWords.SPACED.keySet(),
                    SpanWords.UNSPACED.keySet(),
                    SpanWords.COUNTS.keySet().stream()
                            .filter(word -> word.length() > 1)
                            .toList(),
                    PHRASES,
                    counted())
            .flatMap(Collection::stream)
            .map(word -> word.substring(0, Math.min(PREFIX, word.length())))
            .collect(Collectors.toUnmodifiableSet());

    private static final BitSet FIRST = new BitSet();

    static {
        PREFIXES.forEach(prefix -> FIRST.set(prefix.charAt(0)));
    }

    private DayWords() {}

    /** Returns the next place where a word or phrase may begin, from a place on; negative if there is none. */
    static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if ((digit || FIRST.get(Character.toLowerCase(c)))
                    && (c >= UNSPACED_FROM || i == 0 || !isOfName(text.charAt(i - 1)))
                    && (digit || isPrefix(text, i))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the beginnings of "三天后" and the like. */
    private static List<String> counted() {
        return (SpanWords.DIGITS + "两兩")
                .chars()
                .mapToObj(Character::toString)
                .flatMap(digit -> UNITS.stream().map(unit -> digit + unit))
                .toList();
    }

    private static boolean isPrefix(String text, int at) {
        String prefix = text.substring(at, Math.min(text.length(), at + PREFIX)).toLowerCase(Locale.ROOT);
        return PREFIXES.contains(prefix) || (prefix.length() == PREFIX && PREFIXES.contains(prefix.substring(0, 2)));
    }

    /** Returns whether what follows a character belongs to a name or a path. */
    private static boolean isOfName(char before) {
        return Character.isLetterOrDigit(before)
                || Character.getType(before) == Character.NON_SPACING_MARK
                || "_./\\-[".indexOf(before) >= 0;
    }

    /** Returns the words as alternatives of a pattern, the longest first. */
    static String pattern(Set<String> words) {
        return words.stream()
                .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                .map(Pattern::quote)
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
    }
}
