package dev.pith.starter.filter;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Summarizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One conversation of a file on its way into its summaries. A small one waits until its end, since it may be one of many;
 * a large one is summarized while it is read.
 */
final class OneConversation {

    /** From so many characters on it is summarized while it is read: far more than any default budget depends on. */
    private static final long LARGE = 2_000_000;

    private final ConversationHeader header;
    private final Summarizer summarizer;
    private final List<SummaryOrder> orders;
    private final DefaultBudget otherwise;
    private final Placing placing = new Placing();
    private final List<StoredMessage> waiting = new ArrayList<>();
    private final List<PushedMessages<String>> fed = new ArrayList<>();
    private @Nullable String title;
    private long characters;

    OneConversation(
            ConversationHeader header, Summarizer summarizer, List<SummaryOrder> orders, DefaultBudget otherwise) {
        this.header = header;
        this.summarizer = summarizer;
        this.orders = orders;
        this.otherwise = otherwise;
        title = header.title();
    }

    /** Its id in the source, and its title where it has one. */
    String name() {
        String id = header.subagentId() == null ? header.nativeId() : header.nativeId() + " " + header.subagentId();
        return title == null || title.isBlank() ? id : id + ": " + title.strip().replaceAll("\\s+", " ");
    }

    void entitle(@Nullable String later) {
        title = later == null ? title : later;
    }

    void message(NewMessage message) {
        StoredMessage placed = placing.place(message);
        if (placed == null) {
            return;
        }
        if (!fed.isEmpty()) {
            fed.forEach(one -> one.feed(placed));
            return;
        }
        waiting.add(placed);
        for (Part part : placed.parts()) {
            characters += part.text().length();
        }
        if (characters >= LARGE) {
            begin();
        }
    }

    private void begin() {
        int budget = budget();
        orders.forEach(order -> fed.add(new PushedMessages<>(messages -> text(messages, order, budget))));
        for (StoredMessage message : waiting) {
            fed.forEach(one -> one.feed(message));
        }
        waiting.clear();
    }

    /** The summaries, one for each order; empty text where there was nothing to tell. */
    List<String> summaries() {
        if (!fed.isEmpty()) {
            return fed.stream().map(one -> one.finish()).toList();
        }
        int budget = budget();
        return orders.stream()
                .map(order -> text(waiting.stream(), order, budget))
                .toList();
    }

    private String text(Stream<StoredMessage> messages, SummaryOrder order, int budget) {
        return summarizer.summarize(messages, order.wish(budget)).text().strip();
    }

    void abandon() {
        fed.forEach(PushedMessages::abandon);
    }

    private int budget() {
        boolean asked = orders.stream().allMatch(order -> order.tokens() != null);
        return asked ? 1 : otherwise.of(waiting);
    }
}
