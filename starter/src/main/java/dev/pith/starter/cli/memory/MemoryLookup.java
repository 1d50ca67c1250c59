package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemorySearch;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.CommandProblem;
import java.util.List;
import java.util.Locale;

/** Finds a memory by its id or a unique prefix of it. */
final class MemoryLookup {

    private MemoryLookup() {}

    static Memory find(Database database, String typed) {
        List<Memory> found = typed.matches("[0-9A-Za-z]+")
                ? database.table(MemorySearch.class).startingWith(typed.toLowerCase(Locale.ROOT), 2)
                : List.of();
        if (found.isEmpty()) {
            throw CommandProblem.usage("no memory \"" + typed + "\": pith memory list shows those that are stored");
        }
        if (found.size() > 1) {
            throw CommandProblem.usage(
                    "\"" + typed + "\" is the beginning of several memories' ids: type more of the id");
        }
        return found.get(0);
    }
}
