package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.BackfillItems;
import dev.pith.activities.backfill.Selected;
import dev.pith.activities.compaction.Forecast;
import dev.pith.activities.compaction.Forecaster;
import dev.pith.activities.intake.MemoryConversation;
import dev.pith.activities.intake.MemoryIntake;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Prices;
import dev.pith.activities.model.Usage;
import dev.pith.activities.store.Database;
import dev.pith.starter.backfill.SessionFiles;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.model.Costs;
import dev.pith.starter.cli.model.ModelOptions;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.sessions.FilteredReader;
import dev.pith.starter.sessions.IgnoredSessionException;
import dev.pith.starter.sessions.SessionNames;
import dev.pith.starter.sessions.SessionPatterns;
import dev.pith.starter.wording.Numbers;
import dev.pith.workflows.backfill.BackfillSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forecasts the total calls, tokens and cost of a backfill. Stores nothing and calls no model. */
final class BackfillForecast {

    private final Database database;
    private final Forecaster forecaster;
    private final BackfillSpec spec;
    private final Selected selected;
    private final FilteredReader reader;
    private final SessionPatterns storeOnly;
    private final @Nullable Prices prices;
    private final Terminal terminal;
    private long conversations;
    private long nothing;
    private long unreadable;
    private long chunks;
    private long calls;
    private long tokensRead;
    private long tokensIn;
    private long tokensOut;

    BackfillForecast(Database database, BackfillSpec spec, ModelOptions model, Settings settings, Terminal terminal) {
        this.database = database;
        this.forecaster = new Forecaster(database);
        this.spec = spec;
        this.selected = Selected.ofFiles(spec.selection());
        this.reader = new FilteredReader(SessionPatterns.of(settings, Setting.IGNORE_SESSIONS));
        this.storeOnly = SessionPatterns.of(settings, Setting.STORE_ONLY_SESSIONS);
        this.prices = model.profile(settings).map(ModelProfile::prices).orElse(null);
        this.terminal = terminal;
    }

    /** Prints the forecast for these files; if empty, for the stored conversations. */
    ExitCode print(Optional<SessionFiles> files) {
        if (files.isPresent()) {
            unreadable += files.get().broken().size();
            files.get().sessions().stream().takeWhile(file -> !full()).forEach(this::ofFile);
        } else {
            database.table(BackfillItems.class).selected(Selected.ofStored(spec.selection())).stream()
                    .takeWhile(id -> !full())
                    .forEach(id -> add(forecaster.ofStored(id, spec.compaction())));
        }
        say();
        return ExitCode.DONE;
    }

    private void ofFile(Path file) {
        MemoryIntake memory = new MemoryIntake();
        try {
            reader.read(file, memory, ImportOptions.DEFAULT);
        } catch (IgnoredSessionException e) {
            return;
        } catch (NotAConversationException | IOException e) {
            unreadable++;
            return;
        }
        for (MemoryConversation read : memory.finish()) {
            SessionNames names = SessionNames.of(read.header(), read.header().title(), read.project());
            boolean storedOnly =
                    storeOnly.match(names.and(SessionNames.of(file))).isPresent();
            if (selected.takes(read) && !storedOnly && !full()) {
                add(forecaster.ofRead(read, spec.compaction()));
            }
        }
    }

    /** Returns whether {@code --limit} is reached. */
    private boolean full() {
        return spec.limit() != null && conversations - nothing >= spec.limit();
    }

    private void add(Forecast forecast) {
        conversations++;
        nothing += forecast.plan().nothing() ? 1 : 0;
        chunks += forecast.plan().nothing() ? 0 : forecast.plan().chunks().size();
        tokensRead += forecast.plan().nothing() ? 0 : forecast.plan().headTokens();
        calls += forecast.calls();
        tokensIn += forecast.tokensIn();
        tokensOut += forecast.tokensOut();
    }

    private void say() {
        terminal.out()
                .println("Would take " + Numbers.of(conversations, "conversation") + ": "
                        + Numbers.count(conversations - nothing) + " to do, " + Numbers.count(nothing)
                        + " with nothing to do or up to date"
                        + (unreadable == 0 ? "" : ", and " + Numbers.of(unreadable, "file") + " cannot be read")
                        + (full() ? "; --limit holds it there" : ""));
        terminal.out()
                .println("  " + Numbers.of(chunks, "chunk") + ", " + Numbers.of(tokensRead, "token") + " to read");
        if (spec.compaction().model() == null) {
            terminal.out().println("  no model is asked: it costs nothing");
        } else {
            String cost =
                    prices == null ? Costs.UNKNOWN : Costs.words(prices.cost(new Usage(tokensIn, tokensOut, 0, true)));
            terminal.out()
                    .println("  model " + spec.compaction().model().profile() + ": at most "
                            + Numbers.of(calls, "call") + ", " + Numbers.of(tokensIn, "token") + " in, "
                            + Numbers.count(tokensOut) + " out, cost " + cost
                            + " (if each is answered well at once; what is stored already costs nothing)");
        }
        terminal.out().flush();
    }
}
