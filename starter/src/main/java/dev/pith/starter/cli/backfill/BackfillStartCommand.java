package dev.pith.starter.cli.backfill;

import picocli.CommandLine.Command;

/** Starts a backfill, or attaches to a running one. */
@Command(
        name = "start",
        description = "Give every conversation a gist, or compact it, and write its memories: those of session files"
                + " (imported on the way), or all that are stored. The same request again attaches to what runs, and"
                + " takes only what is not up to date.",
        sortOptions = false)
final class BackfillStartCommand extends BackfillStarting {}
