package dev.pith.benchmarks.facts;

import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.tokens.TokenCounter;
import java.util.regex.Pattern;

/** A model that takes up every second sentence of what it reads, until its reply has the length that it was asked for. */
public final class HalfModel {

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;!?])\\s+|\\n");

    private HalfModel() {}

    /** Starts one on a free port. */
    public static FakeModel start() {
        return FakeModel.start().behaves(call -> Behavior.text(half(call.material(), call.askedTokens())));
    }

    private static String half(String material, int tokens) {
        int end = material.lastIndexOf("</");
        StringBuilder text = new StringBuilder("## Objective\nGo on with the work that is told below.\n\n## Facts\n");
        int left = tokens - TokenCounter.shared().count(text.toString());
        boolean taken = false;
        for (String sentence : SENTENCE.split(material.substring(0, Math.max(0, end)), -1)) {
            boolean frame = sentence.isBlank()
                    || sentence.startsWith("[")
                    || sentence.startsWith("<")
                    || sentence.startsWith("#");
            String line = "- " + sentence.strip() + "\n";
            int cost = TokenCounter.shared().count(line);
            if (!frame) {
                taken = !taken;
                if (taken && cost <= left) {
                    text.append(line);
                    left -= cost;
                }
            }
        }
        return text.toString();
    }
}
