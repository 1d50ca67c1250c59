package dev.pith.starter.backfill;

import dev.pith.activities.backfill.BackfillItems;
import dev.pith.activities.backfill.Selected;
import dev.pith.activities.compaction.Forecast;
import dev.pith.activities.compaction.Forecaster;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.intake.MemoryConversation;
import dev.pith.activities.intake.MemoryIntake;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Tombstones;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.sessions.FilteredReader;
import dev.pith.starter.sessions.IgnoredSessionException;
import dev.pith.starter.sessions.SessionNames;
import dev.pith.starter.sessions.SessionPatterns;
import dev.pith.workflows.backfill.BackfillSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plans one backfill. Stores nothing and calls no model. Not thread-safe. */
public final class BackfillPlanner {

    private final Database database;
    private final Forecaster forecaster;
    private final BackfillSpec spec;
    private final Selected selected;
    private final FilteredReader reader;
    private final SessionPatterns storeOnly;
    private final BooleanSupplier timeIsUp;
    private final Map<PassedOver, Long> passedOver = new EnumMap<>(PassedOver.class);
    private BackfillPlan.@Nullable Stop stopped;
    private long added;
    private long grown;
    private long unchanged;
    private long upToDate;
    private int read;
    private long bytes;
    private long chunks;
    private long tokens;
    private long calls;
    private long tokensIn;
    private long tokensOut;

    /**
     * Creates a planner.
     *
     * @param settings name the sessions that are not imported, and those that are only stored
     * @param timeIsUp is asked before each file and conversation; if it is true, the plan ends with what it has
     */
    public BackfillPlanner(Database database, BackfillSpec spec, Settings settings, BooleanSupplier timeIsUp) {
        this.database = database;
        this.forecaster = new Forecaster(database);
        this.spec = spec;
        this.selected = Selected.ofFiles(spec.selection());
        this.reader = new FilteredReader(SessionPatterns.of(settings, Setting.IGNORE_SESSIONS));
        this.storeOnly = SessionPatterns.of(settings, Setting.STORE_ONLY_SESSIONS);
        this.timeIsUp = timeIsUp;
    }

    /** Returns the plan for these files; if empty, for the stored conversations. */
    public BackfillPlan plan(Optional<SessionFiles> files) {
        if (files.isPresent()) {
            pass(PassedOver.UNREADABLE, files.get().broken().size());
            pass(PassedOver.FOREIGN, files.get().others());
            each(files.get().sessions().iterator(), this::ofFile);
        } else {
            each(
                    database.table(BackfillItems.class)
                            .selected(Selected.ofStored(spec.selection()))
                            .iterator(),
                    this::ofStored);
        }
        return new BackfillPlan(
                new BackfillPlan.Taken(added, grown, unchanged, upToDate),
                passedOver,
                new BackfillPlan.Sources(files.map(SessionFiles::count).orElse(0), read, bytes),
                new BackfillPlan.Work(chunks, tokens, calls, tokensIn, tokensOut),
                Optional.ofNullable(stopped));
    }

    private <T> void each(Iterator<T> all, Consumer<T> take) {
        while (all.hasNext() && mayGoOn()) {
            take.accept(all.next());
        }
    }

    /** Returns whether there is time, and the limit is not reached; notes which of them is not so. */
    private boolean mayGoOn() {
        if (spec.limit() != null && added + grown + unchanged - upToDate >= spec.limit()) {
            stopped = BackfillPlan.Stop.LIMIT;
        } else if (timeIsUp.getAsBoolean()) {
            stopped = BackfillPlan.Stop.TIME;
        }
        return stopped == null;
    }

    private void ofStored(String id) {
        try {
            Forecast forecast = forecaster.ofStored(id, spec.compaction());
            unchanged++;
            add(forecast);
        } catch (UnknownConversationException e) {
            // Deleted since it was selected.
            pass(PassedOver.DELETED);
        }
    }

    private void ofFile(Path file) {
        MemoryIntake memory = new MemoryIntake();
        try {
            read++;
            bytes += Files.size(file);
            reader.read(file, memory, ImportOptions.DEFAULT);
        } catch (IgnoredSessionException e) {
            pass(PassedOver.IGNORED);
            return;
        } catch (NotAConversationException e) {
            pass(e.foreign() ? PassedOver.FOREIGN : PassedOver.UNREADABLE);
            return;
        } catch (IOException e) {
            pass(PassedOver.UNREADABLE);
            return;
        }
        each(memory.finish().iterator(), one -> take(file, one));
    }

    private void take(Path file, MemoryConversation one) {
        ConversationHeader header = one.header();
        SessionNames names = SessionNames.of(header, header.title(), one.project());
        if (isDeleted(header)) {
            pass(PassedOver.DELETED);
        } else if (storeOnly.match(names.and(SessionNames.of(file))).isPresent()) {
            pass(PassedOver.STORED_ONLY);
        } else if (!selected.takes(one)) {
            pass(PassedOver.NOT_SELECTED);
        } else {
            Optional<Conversation> stored = forecaster.stored(header);
            if (stored.isEmpty()) {
                added++;
            } else if (one.messages() > stored.get().messages()) {
                grown++;
            } else {
                unchanged++;
            }
            add(forecaster.ofRead(one, spec.compaction()));
        }
    }

    private boolean isDeleted(ConversationHeader header) {
        String key = Tombstones.key(header.source(), header.nativeId(), header.subagentId());
        return database.table(Tombstones.class).at(key).isPresent();
    }

    private void add(Forecast forecast) {
        if (forecast.plan().nothing()) {
            upToDate++;
        } else {
            chunks += forecast.plan().chunks().size();
            tokens += forecast.plan().headTokens();
        }
        calls += forecast.calls();
        tokensIn += forecast.tokensIn();
        tokensOut += forecast.tokensOut();
    }

    private void pass(PassedOver why) {
        pass(why, 1);
    }

    private void pass(PassedOver why, long count) {
        if (count > 0) {
            passedOver.merge(why, count, Long::sum);
        }
    }
}
