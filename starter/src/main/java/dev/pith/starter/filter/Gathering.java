package dev.pith.starter.filter;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.workflows.compaction.Sizes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Separates the conversations of one file. Not thread-safe. */
final class Gathering implements ConversationSink {

    private final List<SummaryOrder> orders;
    private final Sizes sizes;
    private final Map<List<String>, OneConversation> conversations = new LinkedHashMap<>();
    private @Nullable OneConversation current;

    Gathering(List<SummaryOrder> orders, Sizes sizes) {
        this.orders = orders;
        this.sizes = sizes;
    }

    @Override
    public void conversation(ConversationHeader header) {
        List<String> key = List.of(header.source(), header.nativeId(), String.valueOf(header.subagentId()));
        current = conversations.computeIfAbsent(
                key, unused -> new OneConversation(header, orders, new DefaultBudget(sizes)));
    }

    @Override
    public void message(NewMessage message) {
        current().message(message);
    }

    @Override
    public void describe(@Nullable String title, @Nullable String project, @Nullable String branch) {
        current().describe(title, project, branch);
    }

    /** Returns a page for each order, in their order. */
    List<SummaryPage> pages() {
        List<SummaryPage> pages = new ArrayList<>();
        orders.forEach(order -> pages.add(new SummaryPage(conversations.size())));
        for (OneConversation one : conversations.values()) {
            List<String> summaries = one.summaries();
            for (int i = 0; i < summaries.size(); i++) {
                pages.get(i).add(one.name(), summaries.get(i));
            }
        }
        return pages;
    }

    private OneConversation current() {
        return Objects.requireNonNull(current, "message before conversation");
    }
}
