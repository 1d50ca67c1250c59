package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.BackfillEntry;
import dev.pith.activities.backfill.BackfillItems;
import dev.pith.activities.backfill.BackfillOutcome;
import dev.pith.activities.backfill.ItemState;
import dev.pith.activities.backfill.OutcomeCount;
import dev.pith.activities.gateway.CallFigures;
import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.model.Costs;
import dev.pith.starter.wording.Numbers;
import dev.pith.workflows.backfill.ItemOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The results of a backfill so far.
 *
 * @param counts number of conversations per outcome, or per state if they have not ended
 * @param failures failed conversations that may succeed when retried, in order
 */
record BackfillReport(Backfill backfill, List<OutcomeCount> counts, CallFigures spent, List<BackfillEntry> failures) {

    /** The text report lists at most this many failures and counts the rest. */
    private static final int LISTED = 10;

    static BackfillReport of(Database database, Backfill backfill) {
        BackfillItems items = database.table(BackfillItems.class);
        List<String> failed = new ArrayList<>();
        for (ItemOutcome outcome : ItemOutcome.values()) {
            if (outcome.wantsAnotherTry()) {
                failed.add(outcome.name());
            }
        }
        return new BackfillReport(
                backfill,
                items.counts(backfill.name()),
                database.table(ModelCalls.class).figuresOfBackfill(backfill.name()),
                items.ended(backfill.name(), failed.toArray(String[]::new)));
    }

    /** Returns the outcome in words. */
    static String words(ItemOutcome outcome) {
        return Numbers.lower(outcome);
    }

    /** Prints the report as text. */
    void print(Terminal terminal) {
        terminal.out()
                .println("Backfill " + backfill.name() + ": " + state() + ", " + Numbers.of(all(), "conversation")
                        + " in " + Numbers.seconds(took()));
        counts.forEach(each -> terminal.out()
                .println(String.format(Locale.ROOT, "  %,9d  %s", each.count(), Numbers.lower(each.how()))));
        if (spent.calls() > 0) {
            terminal.out().println("  " + Costs.sentence(spent));
        }
        if (backfill.lacksFiles()) {
            terminal.out()
                    .println("  import incomplete: " + Numbers.count(backfill.filesRead()) + " of "
                            + Numbers.of(backfill.files(), "file")
                            + " were read; the same command again reads the rest");
        }
        failures.stream().limit(LISTED).forEach(entry -> terminal.out().println("  " + line(entry)));
        if (failures.size() > LISTED) {
            terminal.out()
                    .println("  … and " + Numbers.count(failures.size() - LISTED) + " more: pith backfill report "
                            + backfill.name() + " --output csv");
        }
        terminal.out().flush();
    }

    /** Returns the report as a JSON object. */
    Map<String, Object> object() {
        Map<String, Object> byKey = new LinkedHashMap<>();
        for (ItemOutcome outcome : ItemOutcome.values()) {
            byKey.put(outcome.key(), count(outcome));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("backfill", backfill.name());
        object.put("state", Numbers.lower(backfill.state()));
        object.put("outcome", backfill.outcome());
        object.put("paused", backfill.paused());
        object.put("importing", Numbers.lower(backfill.importing()));
        object.put("files", backfill.files());
        object.put("filesRead", backfill.filesRead());
        object.put("maxInFlight", backfill.maxInFlight());
        object.put("conversations", all());
        object.put("waiting", count(ItemState.WAITING));
        object.put("running", count(ItemState.RUNNING));
        object.put("counts", byKey);
        object.put("spend", spend());
        object.put("started", backfill.started().toString());
        object.put("ended", backfill.ended() == null ? null : backfill.ended().toString());
        object.put("seconds", took().toMillis() / 1000.0);
        object.put("failures", failures.stream().map(BackfillReport::object).toList());
        return object;
    }

    private Map<String, Object> spend() {
        Map<String, Object> spend = new LinkedHashMap<>();
        spend.put("calls", spent.calls());
        spend.put("tokensIn", spent.tokensIn());
        spend.put("tokensOut", spent.tokensOut());
        spend.put("cost", Costs.number(spent.cost()));
        return spend;
    }

    private static Map<String, Object> object(BackfillEntry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("number", entry.number());
        object.put("conversation", entry.conversation());
        object.put("source", entry.source());
        object.put("outcome", entry.ending().key());
        object.put("attempts", entry.compactions().size());
        object.put("error", entry.detail());
        return object;
    }

    /** Returns the state in one or two words. */
    String state() {
        if (!backfill.running()) {
            return backfill.ending() == BackfillOutcome.OVER_BUDGET
                    ? "stopped by its budget"
                    : Numbers.lower(backfill.ending());
        }
        return backfill.canceling()
                ? "canceling"
                : backfill.paused() != null ? "paused (" + backfill.paused() + ")" : "running";
    }

    private long count(Enum<?> how) {
        return counts.stream()
                .filter(each -> each.how() == how)
                .mapToLong(OutcomeCount::count)
                .sum();
    }

    private static String line(BackfillEntry entry) {
        return Objects.requireNonNullElse(entry.conversation(), "file") + " "
                + words(entry.ending())
                + (entry.detail() == null ? "" : ": " + entry.detail());
    }

    /** Returns the number of conversations so far. */
    long all() {
        return counts.stream().mapToLong(OutcomeCount::count).sum();
    }

    private Duration took() {
        return Duration.between(backfill.started(), backfill.ended() == null ? Instant.now() : backfill.ended());
    }
}
