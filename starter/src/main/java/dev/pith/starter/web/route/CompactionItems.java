package dev.pith.starter.web.route;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Database;
import dev.pith.starter.overview.Titles;
import dev.pith.starter.web.view.CompactionItem;
import java.util.List;
import java.util.Map;

/** Gives compactions the titles of their conversations. */
record CompactionItems(Database database) {

    List<CompactionItem> titled(List<Compaction> listed) {
        Map<String, String> titles =
                Titles.byId(listed.stream().map(Compaction::conversation).toList(), database);
        return listed.stream()
                .map(one -> CompactionItem.of(one, titles.getOrDefault(one.conversation(), one.conversation())))
                .toList();
    }
}
