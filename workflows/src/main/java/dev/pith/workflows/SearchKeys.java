package dev.pith.workflows;

import io.temporal.common.SearchAttributeKey;
import java.util.List;

/** The typed search attributes of Pith's workflows, registered at start-up. */
public final class SearchKeys {

    public static final SearchAttributeKey<String> CONVERSATION = SearchAttributeKey.forKeyword("PithConversation");
    public static final SearchAttributeKey<String> STRATEGY = SearchAttributeKey.forKeyword("PithStrategy");
    public static final SearchAttributeKey<String> OUTCOME = SearchAttributeKey.forKeyword("PithOutcome");
    public static final SearchAttributeKey<Boolean> DEGRADED = SearchAttributeKey.forBoolean("PithDegraded");

    private SearchKeys() {}

    /** Returns all keys, for registration. */
    public static List<SearchAttributeKey<?>> all() {
        return List.of(CONVERSATION, STRATEGY, OUTCOME, DEGRADED);
    }
}
