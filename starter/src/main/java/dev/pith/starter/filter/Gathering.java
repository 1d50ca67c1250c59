package dev.pith.starter.filter;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.summarizing.Summarizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the conversations of one file apart. Not thread-safe. */
final class Gathering implements ConversationSink {

    private final Summarizer summarizer;
    private final List<SummaryOrder> orders;
    private final DefaultBudget otherwise;
    private final Map<List<String>, OneConversation> conversations = new LinkedHashMap<>();
    private @Nullable OneConversation current;

    Gathering(Summarizer summarizer, List<SummaryOrder> orders, DefaultBudget otherwise) {
        this.summarizer = summarizer;
        this.orders = orders;
        this.otherwise = otherwise;
    }

    @Override
    public void conversation(ConversationHeader header) {
        List<String> key = List.of(header.source(), header.nativeId(), String.valueOf(header.subagentId()));
        current = conversations.computeIfAbsent(
                key, unused -> new OneConversation(header, summarizer, orders, otherwise));
    }

    @Override
    public void message(NewMessage message) {
        current().message(message);
    }

    @Override
    public void describe(@Nullable String title, @Nullable String project) {
        current().entitle(title);
    }

    /** A page for each order, in their order. */
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

    void abandon() {
        Collection<OneConversation> begun = conversations.values();
        begun.forEach(OneConversation::abandon);
    }

    private OneConversation current() {
        return Objects.requireNonNull(current, "message before conversation");
    }
}
