package dev.pith.starter.filter;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.ExtractiveReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one conversation of a file, once for all of its summaries. Not thread-safe. */
final class OneConversation {

    private final ConversationHeader header;
    private final List<SummaryOrder> orders;
    private final DefaultBudget otherwise;
    private final Placing placing = new Placing();
    private final ExtractiveReading reading = new ExtractiveReading();
    private @Nullable String title;
    private @Nullable String project;
    private @Nullable String branch;

    OneConversation(ConversationHeader header, List<SummaryOrder> orders, DefaultBudget otherwise) {
        this.header = header;
        this.orders = orders;
        this.otherwise = otherwise;
        title = header.title();
        project = header.project();
    }

    /** Returns the session id, and the title if there is one. */
    String name() {
        String id = header.subagentId() == null ? header.nativeId() : header.nativeId() + " " + header.subagentId();
        return title == null || title.isBlank() ? id : id + ": " + title.strip().replaceAll("\\s+", " ");
    }

    void describe(@Nullable String newTitle, @Nullable String newProject, @Nullable String newBranch) {
        title = newTitle == null ? title : newTitle;
        project = newProject == null ? project : newProject;
        branch = newBranch == null ? branch : newBranch;
    }

    void message(NewMessage message) {
        StoredMessage placed = placing.place(message);
        if (placed == null) {
            return;
        }
        reading.read(placed);
        if (orders.stream().anyMatch(order -> order.tokens() == null)) {
            otherwise.count(placed);
        }
    }

    /** Returns the summaries, one for each order; an empty text if there is nothing to summarize. */
    List<String> summaries() {
        return orders.stream()
                .map(order -> reading.draft(order.wish(otherwise.tokens(), project, branch))
                        .text()
                        .strip())
                .toList();
    }
}
