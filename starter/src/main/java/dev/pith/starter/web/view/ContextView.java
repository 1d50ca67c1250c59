package dev.pith.starter.web.view;

import java.util.List;

/**
 * What the context of a conversation is made of now, for a stacked bar.
 *
 * @param systemTokens the tokens of the system messages, which no compaction replaces
 * @param summaries the live summaries, in order
 * @param liveFrom the first live message
 * @param liveMessages how many live messages there are
 * @param window the context window that it is measured against
 */
public record ContextView(
        int version,
        long tokens,
        long systemTokens,
        List<SummaryView> summaries,
        long liveFrom,
        long liveMessages,
        long liveTokens,
        int window,
        CoverageView coverage) {

    /**
     * Where the messages are.
     *
     * @param complete whether every message is in exactly one place
     */
    public record CoverageView(long messages, long summarized, long live, long abandoned, boolean complete) {}
}
