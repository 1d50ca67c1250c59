package dev.pith.activities.model.http.wire;

import dev.pith.activities.model.Finish;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.Usage;
import dev.pith.activities.tokens.TokenCounter;

/** Accumulates a reply while it is read. Not thread-safe. */
public final class ReplyDraft {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private ToldUsage usage = ToldUsage.NOTHING;
    private String ended = "";
    private boolean refused;
    private boolean reasoned;
    private boolean whole;
    private int window;

    void text(String piece) {
        text.append(piece);
    }

    void reasoning(String piece) {
        reasoning.append(piece);
        reasoned |= !piece.isBlank();
    }

    /** Records reasoning that the endpoint may not show. */
    void hiddenReasoning() {
        reasoned = true;
    }

    void refused() {
        refused = true;
    }

    void finish(String reason) {
        ended = reason;
    }

    public void usage(ToldUsage told) {
        usage = usage.and(told);
    }

    void window(int tokens) {
        window = Math.max(0, tokens);
    }

    /** Marks the answer as complete; what follows may be lost. */
    void whole() {
        whole = true;
    }

    boolean isWhole() {
        return whole;
    }

    /** Returns whether anything was generated, as received or reported. */
    public boolean isBegun() {
        return text.length() + reasoning.length() > 0 || reasoned || usage.completion() > 0;
    }

    ModelReply reply(ModelRequest request) {
        ChatTokens tokens = ChatTokens.of(text.toString());
        ThinkTags tags = ThinkTags.of(tokens.text());
        return new ModelReply(
                tags.text(),
                reasoned || tokens.reasoned() || tags.reasoned(),
                refused ? Finish.REFUSED : Finishes.of(ended),
                ended,
                usage(request),
                window);
    }

    /** Returns the usage so far as reported, otherwise counted. */
    public Usage usage(ModelRequest request) {
        TokenCounter counter = TokenCounter.shared();
        long prompt = usage.prompt() > 0
                ? usage.prompt()
                : counter.count(request.instructions()) + counter.count(request.material());
        boolean silent = text.length() + reasoning.length() == 0;
        long completion = usage.completion() > 0 || silent
                ? usage.completion()
                : counter.count(text.toString()) + counter.count(reasoning.toString());
        boolean estimated = usage.prompt() == 0 || (usage.completion() == 0 && !silent);
        return new Usage(prompt, completion, Math.min(usage.cached(), prompt), estimated);
    }
}
