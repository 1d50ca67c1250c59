package dev.pith.activities.summarizing;

import dev.pith.activities.text.Clip;
import dev.pith.activities.text.Fences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the options of an agent's text that a reply picks by number or letter, such as "2", "A." or "1 and 3". The
 * options are the last list of the text.
 */
final class PickedOptions {

    /** The longest option that is told whole, in characters. */
    private static final int LONGEST = 100;

    /** A number or capital letter of its own, or a small letter that is the whole reply. */
    private static final Pattern LABEL =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:[1-9A-H]|\\A[a-h](?=[.)]?\\z))(?![\\p{L}\\p{N}'])");

    /** Replies that pick a range, or all but some. */
    private static final Pattern OTHERWISE =
            Pattern.compile("(?i)[1-9] ?[-–] ?[1-9]|\\b(?:not|no|except|skip|without|never|don't|but)\\b");

    /** A question for a number is answered by a number. */
    private static final Pattern COUNTING = Pattern.compile("(?i)\\bhow (?:many|much|long|often)\\b");

    /** A line with an option, behind marks of a list, a heading or a table. */
    private static final Pattern OPTION = Pattern.compile(
            "^[\\s#>•|(`-]{0,20}+(?:option )?+([1-9A-Ha-h])[)`]?+(?:[.):] ?| [|—–-] )([^|]{1,2000}+)",
            Pattern.CASE_INSENSITIVE);

    private PickedOptions() {}

    /**
     * Returns the picked options, each with its label; none if the text lacks one of them, or the reply says more.
     *
     * @param question the question that the agent asked
     * @param said the agent's text
     */
    static List<String> of(ShortReply reply, String question, String said) {
        Matcher label = LABEL.matcher(reply.text());
        List<String> labels = new ArrayList<>();
        boolean first = label.lookingAt();
        label.reset();
        while (label.find()) {
            labels.add(label.group().toUpperCase(Locale.ROOT));
        }
        boolean says = !first && !reply.telling().isEmpty();
        if (labels.isEmpty()
                || says
                || OTHERWISE.matcher(reply.text()).find()
                || COUNTING.matcher(question).find()) {
            return List.of();
        }
        Map<String, String> options = lastList(said);
        return options.keySet().containsAll(labels)
                ? labels.stream()
                        .distinct()
                        .map(one -> one + ": " + options.get(one))
                        .toList()
                : List.of();
    }

    private static Map<String, String> lastList(String said) {
        Map<String, String> options = new LinkedHashMap<>();
        Fences fences = new Fences();
        for (String line : said.lines().toList()) {
            Matcher option = OPTION.matcher(line.replace("*", ""));
            if (fences.next(line) == Fences.Line.OUTSIDE && option.find()) {
                String label = option.group(1).toUpperCase(Locale.ROOT);
                if (label.equals("1") || label.equals("A")) {
                    options.keySet().removeIf(one -> isNumber(one) == isNumber(label));
                }
                options.put(label, Clip.beginning(option.group(2).strip(), LONGEST));
            }
        }
        return options;
    }

    private static boolean isNumber(String label) {
        return Character.isDigit(label.charAt(0));
    }
}
