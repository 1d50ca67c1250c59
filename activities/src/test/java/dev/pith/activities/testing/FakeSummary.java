package dev.pith.activities.testing;

import dev.pith.activities.tokens.TokenCounter;

/** A text as a well-behaved model would write it, of a size. */
final class FakeSummary {

    private FakeSummary() {}

    static String of(int tokens) {
        StringBuilder text = new StringBuilder("## Objective\nKeep the tide tables right.\n\n## Done\n");
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
