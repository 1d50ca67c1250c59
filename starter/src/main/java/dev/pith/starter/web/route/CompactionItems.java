package dev.pith.starter.web.route;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.listing.ListedCompaction;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.starter.overview.Titles;
import dev.pith.starter.web.view.CompactionItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives compactions the titles of their conversations. */
record CompactionItems(Database database) {

    List<CompactionItem> titled(List<ListedCompaction> listed) {
        Map<String, Conversation> conversations = new HashMap<>();
        listed.stream()
                .map(one -> one.compaction().conversation())
                .distinct()
                .forEach(id ->
                        database.table(Conversations.class).find(id).ifPresent(one -> conversations.put(id, one)));
        Titles titles = Titles.of(List.copyOf(conversations.values()), database);
        return listed.stream()
                .map(one -> {
                    Conversation of = conversations.get(one.compaction().conversation());
                    return CompactionItem.of(one, of == null ? one.compaction().conversation() : titles.title(of));
                })
                .toList();
    }
}
