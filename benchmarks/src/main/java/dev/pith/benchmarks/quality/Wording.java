package dev.pith.benchmarks.quality;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares texts by the words that carry meaning. */
final class Wording {

    private static final Pattern WORD = Pattern.compile(
            "[\\p{IsAlphabetic}\\d_&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Set<String> EMPTY = Set.of(
            ("the a an of to in is are was were did do does what when where who how which that and or for on with at by"
                            + " from as it its he she they i you your my me we our be been has have had this these"
                            + " those there then than so if but not no yes can could should would will just also let"
                            + " lets ll ve re s t d m don all any some one into out up about more here")
                    .split(" "));

    /** So much of a statement's words must stand together for it to be kept. */
    private static final double KEPT = 0.8;

    private Wording() {}

    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (!EMPTY.contains(word.group())) {
                words.add(word.group());
            }
        }
        return words;
    }

    /** Whether so many neighboring lines hold what was said. */
    static boolean kept(String said, List<String> lines, int together) {
        Set<String> wanted = of(said);
        for (int i = 0; i < lines.size(); i++) {
            Set<String> there = of(String.join("\n", lines.subList(i, Math.min(lines.size(), i + together))));
            long shared = wanted.stream().filter(there::contains).count();
            if (shared >= KEPT * wanted.size()) {
                return true;
            }
        }
        return false;
    }
}
