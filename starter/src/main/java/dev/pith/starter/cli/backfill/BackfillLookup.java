package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.CommandProblem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Finds the backfill a command refers to: the named one, or the newest. */
final class BackfillLookup {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The backfill (default: the newest).")
    private @Nullable String name;

    Backfill in(Database database) {
        List<Backfill> all = database.table(Backfills.class).all();
        if (all.isEmpty()) {
            throw CommandProblem.usage(
                    "no backfill was started yet: pith backfill start PATH, or without PATH for what is" + " stored");
        }
        return all.stream()
                .filter(each -> name == null || each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandProblem.usage("no backfill \"" + name + "\"; there are: "
                        + all.stream().map(Backfill::name).limit(10).collect(Collectors.joining(", "))));
    }

    /** Returns a backfill that has not ended. */
    Backfill running(Database database) {
        Backfill backfill = in(database);
        if (!backfill.running()) {
            throw CommandProblem.usage("backfill " + backfill.name() + " has ended (" + backfill.outcome()
                    + "): pith backfill retry-failed " + backfill.name() + " takes up what failed, and the command that"
                    + " started it takes what is not up to date");
        }
        return backfill;
    }
}
