package dev.pith.activities.gateway;

import dev.pith.activities.model.ModelReply;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.model.Verdict;

/**
 * What makes a reply fit to stand for what it was written from.
 *
 * @param budget the most tokens that it may take
 * @param sourceTokens what it is to be shorter than
 * @param promptTokens what was sent, as Pith counts
 * @param form what the text has to look like
 */
public record ReplyValidator(int budget, long sourceTokens, int promptTokens, Form form) {

    /** What a reply has to look like, so that what asked for it can use it. Thread-safe. */
    @FunctionalInterface
    public interface Form {

        /** Any text. */
        Form PROSE = text -> Verdict.FIT;

        /** {@link Verdict#FIT}, or what is wrong with a text. */
        Verdict on(String text);
    }

    /**
     * An endpoint that says it read less than this share of what was sent cut it off. Tokenizers differ by a third at most
     * on real text.
     */
    private static final double READ_SHARE = 0.5;

    /** Below this, counts differ too much to tell. In tokens. */
    private static final int SHORT_PROMPT = 1_000;

    /**
     * No endpoint serves a window as small as this: who counts so few tokens of a long prompt counts only what it did not
     * have in a cache, or does not count.
     */
    private static final int LEAST_READ = 256;

    /** Of a text in no special form. */
    public ReplyValidator(int budget, long sourceTokens, int promptTokens) {
        this(budget, sourceTokens, promptTokens, Form.PROSE);
    }

    /** The verdict on a reply that came to a clean or an unclean end. */
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
