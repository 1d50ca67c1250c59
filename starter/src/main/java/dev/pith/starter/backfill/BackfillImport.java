package dev.pith.starter.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfilling;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.backfill.ImportState;
import dev.pith.activities.backfill.Selected;
import dev.pith.activities.intake.ConversationIntake;
import dev.pith.activities.intake.Receipt;
import dev.pith.activities.store.Database;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.importing.FolderListing.Refused;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.importing.reading.ImportSummary;
import dev.pith.starter.sessions.FilteredReader;
import dev.pith.starter.sessions.IgnoredSessionException;
import dev.pith.starter.sessions.SessionNames;
import dev.pith.starter.sessions.SessionPatterns;
import dev.pith.workflows.backfill.ItemOutcome;
import dev.pith.workflows.backfill.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.JdbiException;

/**
 * Imports the files of a backfill one by one and appends their conversations, while earlier ones are processed. An
 * unreadable file becomes a failed item and does not stop the import. Confined to one thread.
 */
public final class BackfillImport {

    private static final long BEAT_SECONDS = 5;

    /** After this long without a heartbeat, an importer is considered dead. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final Database database;
    private final Backfilling backfilling;
    private final Backfill backfill;
    private final Selected selected;
    private final SessionFiles files;
    private final FilteredReader reader;
    private final SessionPatterns storeOnly;
    private final AtomicLong read = new AtomicLong();
    private volatile boolean wanted = true;
    private volatile boolean stopped;
    private long damagedLines;

    /**
     * Creates the import for a run that waits for these files.
     *
     * @param settings name the sessions that are not imported, and those that are only stored
     */
    public BackfillImport(
            Database database, Backfill backfill, Selection selection, SessionFiles files, Settings settings) {
        this.reader = new FilteredReader(SessionPatterns.of(settings, Setting.IGNORE_SESSIONS));
        this.storeOnly = SessionPatterns.of(settings, Setting.STORE_ONLY_SESSIONS);
        this.database = database;
        this.backfilling = new Backfilling(database);
        this.backfill = backfill;
        this.selected = Selected.ofFiles(selection);
        this.files = files;
    }

    /** Imports until all files are read or the backfill is no longer wanted. */
    public void run() {
        ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "pith-importer");
            thread.setDaemon(true);
            return thread;
        });
        boolean complete = false;
        try {
            Future<?> unused = beats.scheduleAtFixedRate(this::beatAgain, 0, BEAT_SECONDS, TimeUnit.SECONDS);
            for (Refused broken : files.broken()) {
                unreadable(broken.file(), ItemOutcome.FAILED, broken.why());
            }
            files.sessions().stream().takeWhile(file -> wanted && !stopped).forEach(this::take);
            complete = wanted && !stopped;
        } finally {
            beats.shutdownNow();
            beatAgain();
            database.table(Backfills.class)
                    .imported(backfill.name(), backfill.run(), complete ? ImportState.DONE : ImportState.INCOMPLETE);
        }
    }

    /** Ends the import after the present file; another import of the same request takes the rest. */
    public void stop() {
        stopped = true;
    }

    /** Returns whether the importer of a backfill, in whatever process, has reported lately. */
    public static boolean isAlive(Backfill backfill, Instant now) {
        return backfill.isImporting()
                && backfill.importerSeen() != null
                && backfill.importerSeen().isAfter(now.minus(SILENCE));
    }

    /** Returns how many damaged lines were skipped. */
    public long damagedLines() {
        return damagedLines;
    }

    private void take(Path file) {
        try (ConversationIntake intake = new ConversationIntake(database)) {
            ImportSummary summary = reader.read(file, intake, ImportOptions.DEFAULT);
            damagedLines += summary.damaged();
            String[] conversations =
                    intake.finish().stream().map(Receipt::conversation).toArray(String[]::new);
            if (conversations.length == 0 && !intake.erased().isEmpty()) {
                unreadable(file, ItemOutcome.NOTHING_TO_DO, file + " was deleted from the store by pith delete");
                return;
            }
            Optional<String> stored = storeOnly.match(SessionNames.of(file));
            if (stored.isPresent()) {
                unreadable(file, ItemOutcome.NOTHING_TO_DO, file + " is only stored, since " + stored.get());
                return;
            }
            backfilling.append(backfill, file.toString(), conversations, selected);
            read.incrementAndGet();
        } catch (IgnoredSessionException e) {
            unreadable(file, ItemOutcome.NOTHING_TO_DO, file + " is not imported, since " + e.why());
        } catch (NotAConversationException e) {
            ItemOutcome outcome = e.foreign() ? ItemOutcome.NOTHING_TO_DO : ItemOutcome.FAILED;
            unreadable(file, outcome, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            unreadable(file, ItemOutcome.FAILED, file + " cannot be read: " + e.getMessage());
        } catch (JdbiException e) {
            // A conversation that the store rejects may be followed by one that it accepts. If the store is down, this
            // write fails too.
            unreadable(file, ItemOutcome.FAILED, file + " cannot be stored: " + e.getMessage());
        }
    }

    private void unreadable(Path file, ItemOutcome outcome, String why) {
        backfilling.append(backfill, file.toString(), outcome, why);
        read.incrementAndGet();
    }

    /** Sends the next heartbeat. A failure is ignored, since an exception would stop all later ones. */
    private void beatAgain() {
        try {
            beat();
        } catch (JdbiException e) {
            // The import itself fails if the store is gone.
        }
    }

    private void beat() {
        wanted =
                database.table(Backfills.class).importerSeen(backfill.name(), backfill.run(), files.count(), read.get())
                        > 0;
    }
}
