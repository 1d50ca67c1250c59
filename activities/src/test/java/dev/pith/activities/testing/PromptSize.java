package dev.pith.activities.testing;

import dev.pith.activities.tokens.TokenCounter;

/** How long a prompt is, counted when it is asked for: what a server of its own does takes no time of a client. Thread-safe. */
public final class PromptSize {

    private final String instructions;
    private final String material;
    private int tokens = -1;

    PromptSize(String instructions, String material) {
        this.instructions = instructions;
        this.material = material;
    }

    synchronized int tokens() {
        if (tokens < 0) {
            TokenCounter counter = TokenCounter.shared();
            tokens = counter.count(instructions) + counter.count(material);
        }
        return tokens;
    }
}
