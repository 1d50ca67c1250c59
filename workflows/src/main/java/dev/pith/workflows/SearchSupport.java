package dev.pith.workflows;

import io.temporal.common.SearchAttributes;
import io.temporal.workflow.Workflow;

/**
 * Whether a Temporal knows Pith's search attributes: it refuses a workflow that starts with one that it does not know. What
 * a workflow starts with therefore says what it, and what it starts, may carry.
 */
public enum SearchSupport {
    REGISTERED,
    MISSING;

    /** What the workflow that asks was started with. Only for workflow code of compactions and backfills. */
    public static SearchSupport ofThisWorkflow() {
        return Workflow.getTypedSearchAttributes().containsKey(SearchKeys.STRATEGY) ? REGISTERED : MISSING;
    }

    /** For a memory flush. */
    public SearchAttributes of(String conversation) {
        return unlessMissing(SearchAttributes.newBuilder().set(SearchKeys.CONVERSATION, conversation));
    }

    /** For a compaction. */
    public SearchAttributes of(String conversation, Strategy strategy) {
        return unlessMissing(SearchAttributes.newBuilder()
                .set(SearchKeys.CONVERSATION, conversation)
                .set(SearchKeys.STRATEGY, strategy.name()));
    }

    /** For a backfill and what starts it by the clock. */
    public SearchAttributes of(Strategy strategy) {
        return unlessMissing(SearchAttributes.newBuilder().set(SearchKeys.STRATEGY, strategy.name()));
    }

    private SearchAttributes unlessMissing(SearchAttributes.Builder attributes) {
        return this == MISSING ? SearchAttributes.EMPTY : attributes.build();
    }
}
