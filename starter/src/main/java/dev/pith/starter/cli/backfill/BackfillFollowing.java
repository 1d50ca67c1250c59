package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.BackfillItems;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.backfill.OutcomeCount;
import dev.pith.activities.store.Database;
import dev.pith.starter.backfill.BackfillImport;
import dev.pith.starter.backfill.SessionFiles;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.memory.MemoryFiles;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.Successor;
import dev.pith.starter.requesting.AbsentModel;
import dev.pith.starter.wording.Numbers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Follows a backfill by polling the store, and prints its report. */
final class BackfillFollowing {

    private static final long LOOK_MILLIS = 500;

    /** Polls of the store for each check of the workflow's state in Temporal. */
    private static final int LOOKS = 10;

    private final Engine engine;
    private final String name;
    private final Terminal terminal;
    private final BackfillView view;
    private final AbsentModel absent;

    BackfillFollowing(Engine engine, Settings settings, Backfill backfill, Terminal terminal) {
        this.absent = new AbsentModel(engine, settings);
        this.engine = engine;
        this.name = backfill.name();
        this.terminal = terminal;
        this.view = new BackfillView(terminal);
        engine.onInterrupt(this::farewell);
    }

    /**
     * Shows the backfill while another process imports its files.
     *
     * @param attached whether the backfill was already running, so that another process may be importing
     * @return whether this process must import the files
     */
    boolean lacksImporter(boolean attached) {
        Backfill backfill = show();
        while (attached && backfill.running() && BackfillImport.isAlive(backfill, Instant.now())) {
            sleep();
            backfill = show();
        }
        return backfill.wantsFiles();
    }

    /** Imports the files in this process and shows the backfill meanwhile. */
    void whileImporting(BackfillImport importer, SessionFiles files) {
        if (files.others() > 0) {
            terminal.say(
                    "Passed over " + Numbers.of(files.others(), "file") + " that hold no conversation Pith can read");
        }
        if (files.copies() > 0) {
            terminal.say("Left out " + Numbers.of(files.copies(), "packed copy", "packed copies")
                    + ": their plain files are read");
        }
        FutureTask<Void> task = new FutureTask<>(importer::run, null);
        Thread thread = new Thread(task, "pith-backfill-import");
        thread.setDaemon(true);
        thread.start();
        while (!isDone(task)) {
            show();
        }
        if (importer.damagedLines() > 0) {
            view.clear();
            terminal.warn("skipped " + Numbers.of(importer.damagedLines(), "damaged line")
                    + " of the files (pith import FILE names them)");
        }
    }

    /** Shows the backfill until it ends, and prints its report. */
    ExitCode untilEnd() {
        Backfill backfill = show();
        for (int look = 1; backfill.running(); look++) {
            sleep();
            if (look % LOOKS == 0) {
                engine.backfills().settle(backfill);
                Optional<String> missing = missing(backfill);
                if (missing.isPresent()) {
                    view.clear();
                    throw new CommandProblem(ExitCode.PARTLY, missing.get());
                }
            }
            backfill = show();
        }
        view.clear();
        engine.onInterrupt(() -> {});
        MemoryFiles.catchUp(engine, terminal);
        BackfillReport report = BackfillReport.of(engine.database(), backfill);
        report.print(terminal);
        return exitCode(engine.database(), backfill);
    }

    /**
     * Returns an error message if the backfill waits for a model that no worker can call. Empty if the model can be
     * called or the backfill is being canceled.
     */
    private Optional<String> missing(Backfill backfill) {
        return backfill.canceling()
                ? Optional.empty()
                : absent.words(backfill.spec().compaction().model())
                        .map(words -> "backfill " + name + " waits for " + words + ", or end it: pith backfill cancel "
                                + name);
    }

    /** Detaches; other workers continue the backfill. */
    ExitCode detached() {
        view.clear();
        terminal.say(goesOn());
        return ExitCode.DONE;
    }

    /** Returns the exit code for an ended backfill. */
    static ExitCode exitCode(Database database, Backfill backfill) {
        List<OutcomeCount> counts = database.table(BackfillItems.class).counts(backfill.name());
        boolean partly = backfill.lacksFiles()
                || counts.stream()
                        .map(OutcomeCount::outcome)
                        .anyMatch(outcome -> outcome != null && outcome.wantsAnotherTry());
        return switch (backfill.ending()) {
            case CANCELED -> ExitCode.CANCELED;
            case INTERRUPTED -> ExitCode.FAILED;
            case COMPLETED, OVER_BUDGET -> partly ? ExitCode.PARTLY : ExitCode.DONE;
        };
    }

    private Backfill show() {
        Database database = engine.database();
        Backfill backfill = database.table(Backfills.class).find(name).orElseThrow();
        view.show(backfill, database.table(BackfillItems.class).counts(name));
        return backfill;
    }

    private void farewell() {
        view.clear();
        terminal.warn((engine.successor() == Successor.NOBODY ? "stopped. " : "detached. ") + goesOn());
    }

    private String goesOn() {
        String watch = " Watch it: pith backfill watch " + name;
        return switch (engine.successor()) {
            case ANOTHER_WORKER -> "Another worker goes on with it." + watch;
            case NEXT_COMMAND ->
                "It is saved and goes on with the next command that runs work, or with: pith dev." + watch;
            case NOBODY ->
                "Temporal runs inside this process, so the backfill ends with it. What is done is kept: the same"
                        + " command"
                        + " again takes the rest.";
        };
    }

    private static boolean isDone(FutureTask<Void> task) {
        try {
            task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandProblem(ExitCode.CANCELED, "interrupted");
        } catch (ExecutionException e) {
            throw new CommandProblem(
                    ExitCode.FAILED,
                    "the import stopped: " + e.getCause()
                            + ". What was imported goes on; the same command again imports the rest");
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandProblem(ExitCode.CANCELED, "interrupted");
        }
    }
}
