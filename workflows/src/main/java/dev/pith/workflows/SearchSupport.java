package dev.pith.workflows;

import io.temporal.common.SearchAttributes;
import io.temporal.workflow.Workflow;

/**
 * Whether a Temporal server has Pith's search attributes registered. The server rejects workflows with unregistered
 * ones, so the attributes of a running workflow show whether its children may have them.
 */
public enum SearchSupport {
    REGISTERED,
    MISSING;

    /**
     * Returns the support by the attributes of the running workflow. Only for workflow code of compactions and
     * backfills.
     */
    public static SearchSupport ofThisWorkflow() {
        return Workflow.getTypedSearchAttributes().containsKey(SearchKeys.STRATEGY) ? REGISTERED : MISSING;
    }

    /** Returns the attributes of a memory flush. */
    public SearchAttributes of(String conversation) {
        return unlessMissing(SearchAttributes.newBuilder().set(SearchKeys.CONVERSATION, conversation));
    }

    /** Returns the attributes of a compaction. */
    public SearchAttributes of(String conversation, Strategy strategy) {
        return unlessMissing(SearchAttributes.newBuilder()
                .set(SearchKeys.CONVERSATION, conversation)
                .set(SearchKeys.STRATEGY, strategy.name()));
    }

    /** Returns the attributes of a backfill and its schedule. */
    public SearchAttributes of(Strategy strategy) {
        return unlessMissing(SearchAttributes.newBuilder().set(SearchKeys.STRATEGY, strategy.name()));
    }

    private SearchAttributes unlessMissing(SearchAttributes.Builder attributes) {
        return this == MISSING ? SearchAttributes.EMPTY : attributes.build();
    }
}
