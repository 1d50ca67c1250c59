package dev.pith.activities.gateway;

import dev.pith.activities.model.ModelReply;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.model.Verdict;

/**
 * Judges whether a reply can replace its source.
 *
 * @param budget the most tokens that the reply may take
 * @param sourceTokens the tokens of the source; the reply must be shorter
 * @param promptTokens the tokens of the prompt, by Pith's count
 * @param form the check of the text itself
 */
public record ReplyValidator(int budget, long sourceTokens, int promptTokens, Form form) {

    /** Checks the text of a reply. Thread-safe. */
    @FunctionalInterface
    public interface Form {

        /** Accepts any text. */
        Form PROSE = text -> Verdict.FIT;

        /** Returns {@link Verdict#FIT}, or the fault of a text. */
        Verdict on(String text);
    }

    /**
     * An endpoint that reports less than this share of the prompt has truncated it. On real text, tokenizers differ by
     * a third at most.
     */
    private static final double READ_SHARE = 0.5;

    /** Prompts shorter than this are not checked for truncation, since counts differ too much. In tokens. */
    private static final int SHORT_PROMPT = 1_000;

    /**
     * The smallest plausible window, in tokens. An endpoint that reports fewer prompt tokens counts only uncached ones,
     * or does not count.
     */
    private static final int LEAST_READ = 256;

    /** Creates a validator that accepts a text of any form. */
    public ReplyValidator(int budget, long sourceTokens, int promptTokens) {
        this(budget, sourceTokens, promptTokens, Form.PROSE);
    }

    /** Returns the verdict on a reply. */
    Verdict on(ModelReply reply) {
        boolean truncated = promptTokens > SHORT_PROMPT
                && !reply.usage().estimated()
                && reply.usage().promptTokens() >= LEAST_READ
                && reply.usage().promptTokens() < promptTokens * READ_SHARE;
        if (truncated) {
            return Verdict.TRUNCATED_INPUT;
        }
        return switch (reply.finish()) {
            case LENGTH, WINDOW_FULL -> reply.text().isEmpty() ? Verdict.ONLY_REASONING : Verdict.CUT_OFF;
            case FILTERED, REFUSED -> Verdict.REFUSED;
            case TOOL_CALLS, MISSING, UNKNOWN, FAILED -> Verdict.UNCLEAR;
            case STOP -> ofText(reply);
        };
    }

    private Verdict ofText(ModelReply reply) {
        if (reply.text().isBlank()) {
            return reply.reasoned() ? Verdict.ONLY_REASONING : Verdict.EMPTY;
        }
        int tokens = TokenCounter.shared().count(reply.text());
        if (tokens > budget || tokens >= sourceTokens) {
            return Verdict.INFLATED;
        }
        return form.on(reply.text());
    }
}
