package dev.pith.workflows;

import io.temporal.common.SearchAttributes;
import io.temporal.workflow.Workflow;

/**
 * Whether a Temporal server has Pith's search attributes registered. It refuses workflows with unregistered ones, so the
 * attributes that a workflow was started with tell what it and its children may carry.
 */
public enum SearchSupport {
    REGISTERED,
    MISSING;

    /** Derives it from the attributes of the running workflow. Only for workflow code of compactions and backfills. */
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

    /** For a backfill and its schedule. */
    public SearchAttributes of(Strategy strategy) {
        return unlessMissing(SearchAttributes.newBuilder().set(SearchKeys.STRATEGY, strategy.name()));
    }

    private SearchAttributes unlessMissing(SearchAttributes.Builder attributes) {
        return this == MISSING ? SearchAttributes.EMPTY : attributes.build();
    }
}
