package dev.pith.activities.testing;

import dev.pith.activities.tokens.TokenCounter;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text as a well-behaved model would write it, of a size. */
final class FakeSummary {

    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}&&[^\\p{IsHan}]]{4,30}(?![\\p{L}\\p{N}])|\\p{IsHan}{2}");
    private static final Set<String> FRAME =
            Set.of("transcript", "person", "agent", "harness", "summary", "part", "messages");

    private FakeSummary() {}

    /** Of what a prompt held: it takes some of its words up, as a summary does. */
    static String of(int tokens, String material) {
        String words = WORD.matcher(material)
                .results()
                .map(MatchResult::group)
                .filter(word -> !FRAME.contains(word))
                .distinct()
                .limit(4)
                .collect(Collectors.joining(" "));
        StringBuilder text = new StringBuilder("## Objective\nKeep the tide tables right: " + words + ".\n\n## Done\n");
        TokenCounter counter = TokenCounter.shared();
        int line = 1;
        while (counter.count(text.toString()) < tokens - 25) {
            text.append("- step ")
                    .append(line++)
                    .append(" changed src/tide/Table")
                    .append(line)
                    .append(".java\n");
        }
        return text.append("\n## Next step\nRun the tests again.\n").toString();
    }
}
