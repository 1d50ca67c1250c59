package dev.pith.starter.cli.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.CallFigures;
import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.ContextVersions;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.model.Costs;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.model.ModelUse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints the result of a compaction: the summary or a JSON object on standard output, figures on standard error. */
final class CompactionReport {

    private final Engine engine;
    private final Output output;
    private final Terminal terminal;
    private boolean titled;

    CompactionReport(Engine engine, Output output, Terminal terminal) {
        this.engine = engine;
        this.output = output;
        this.terminal = terminal;
    }

    /** Enables titles, which separate several summaries on one output. */
    void titled(boolean several) {
        titled |= several;
    }

    void print(Conversation conversation, Running running, Compaction ended) {
        WrittenSummaries summary = WrittenSummaries.of(engine.database(), ended);
        CallFigures calls = engine.database().table(ModelCalls.class).figures(ended.id());
        figures(conversation, ended, summary);
        ModelUse model = running.request().spec().model();
        if (model != null && ended.chunks() > 0) {
            terminal.say("  model " + model.profile() + ": " + asked(ended, calls));
        }
        if (ended.outcome() == Outcome.NOTHING_TO_DO && !isGist(ended)) {
            standing(conversation.id(), summary.first(), model);
        }
        next(conversation, ended, summary);
        if (output == Output.JSON) {
            terminal.out().println(JsonLines.of(object(running, ended, summary, calls)));
        } else if (!summary.isEmpty()) {
            if (titled) {
                terminal.out().println("# " + conversation.id() + "\n");
            }
            terminal.out().println(summary.text().strip());
        }
        terminal.out().flush();
    }

    /** Points out {@code --fresh} if a model was requested but the existing summary is kept. */
    private void standing(String conversation, Optional<Summary> summary, @Nullable ModelUse model) {
        if (summary.isPresent() && model != null && !model.fresh()) {
            terminal.say("  its summary, written by " + summary.get().model() + ", stands; model " + model.profile()
                    + " writes it anew with: pith compact " + conversation + " --model " + model.profile()
                    + " --fresh");
        }
    }

    /** Prints the result in one line, without the summary. */
    void line(Conversation conversation, Compaction ended) {
        headline(conversation, ended, WrittenSummaries.of(engine.database(), ended));
    }

    private void figures(Conversation conversation, Compaction ended, WrittenSummaries summary) {
        if (!headline(conversation, ended, summary)) {
            return;
        }
        if (ended.toVersion() != null) {
            version(conversation, ended, summary);
        }
        if (isGist(ended)) {
            terminal.say("  the gist of " + range(summary) + "; read for it: messages " + ended.headFrom() + " to "
                    + ended.headTo() + (ended.basis().isEmpty() ? "" : " and what stood for those before"));
        }
        if (ended.error() != null) {
            terminal.say("  " + ended.error());
        }
    }

    /** Prints the line with the outcome. Returns whether there is a result to say more about. */
    private boolean headline(Conversation conversation, Compaction ended, WrittenSummaries summary) {
        Outcome outcome = ended.ending();
        String what =
                conversation.id() + " (" + conversation.source() + ", " + Numbers.of(ended.mark(), "message") + ")";
        boolean nothing = summary.isEmpty() && !isPruned(ended);
        if (nothing || !(ended.stands() || isPreviewed(ended))) {
            terminal.say(words(ended, outcome) + ": " + what + (ended.error() == null ? "" : ": " + ended.error()));
            return false;
        }
        long after = Objects.requireNonNull(ended.tokensAfter());
        Duration took = Duration.between(ended.started(), Objects.requireNonNullElse(ended.ended(), Instant.now()));
        terminal.sayBold(
                words(ended, outcome),
                " " + what + ": " + Numbers.count(ended.tokensBefore()) + " → "
                        + Numbers.count(after) + " tokens (" + Numbers.share(after, ended.tokensBefore()) + "), "
                        + (isPruned(ended) ? "" : Numbers.of(ended.chunks(), "chunk") + ", ")
                        + Numbers.seconds(took));
        return true;
    }

    private void version(Conversation conversation, Compaction ended, WrittenSummaries summary) {
        ContextVersion version = engine.database()
                .table(ContextVersions.class)
                .at(conversation.id(), Objects.requireNonNull(ended.toVersion()));
        Ranges live = version.live(ended.mark());
        String messages = live.isEmpty() ? "nothing" : "messages " + live;
        if (isPruned(ended)) {
            terminal.say("  version " + ended.toVersion() + ": long results of tools before the tail are one line each;"
                    + " " + messages + " stay live");
            return;
        }
        int count = summary.all().size();
        terminal.say(
                "  version " + ended.toVersion() + ": " + (count == 1 ? "a summary" : count + " summaries") + " of "
                        + range(summary) + " (" + Numbers.count(summary.tokens()) + " tokens), then " + messages
                        + " word for word");
    }

    private static String range(WrittenSummaries summary) {
        return "messages " + summary.first().orElseThrow().fromSeq() + " to "
                + summary.last().orElseThrow().toSeq();
    }

    private static boolean isPruned(Compaction ended) {
        return ended.decision() == Decision.PRUNE;
    }

    private static boolean isPreviewed(Compaction ended) {
        return ended.outcome() == Outcome.PREVIEWED;
    }

    private static String asked(Compaction ended, CallFigures calls) {
        if (calls.calls() > 0) {
            return Costs.sentence(calls);
        }
        return ended.outcome() == Outcome.COMPACTED ? "no call, all replies were stored before" : "no call";
    }

    private void next(Conversation conversation, Compaction ended, WrittenSummaries summary) {
        if (isPreviewed(ended)) {
            terminal.sayDim("  next: pith apply " + ended.id());
        } else if (summary.isEmpty() && ended.outcome() == Outcome.NOTHING_TO_DO && !isGist(ended)) {
            terminal.sayDim("  next: pith context " + conversation.id());
        } else if (!isGist(ended) && (!summary.isEmpty() || ended.toVersion() != null)) {
            terminal.sayDim("  next: pith context " + conversation.id() + " · pith undo " + conversation.id());
        }
    }

    private static boolean isGist(Compaction compaction) {
        return compaction.strategy() == Strategy.GIST;
    }

    /** Returns the outcome in words. */
    static String words(Compaction compaction, Outcome outcome) {
        return isGist(compaction) ? ofGist(outcome) : ofContext(outcome);
    }

    private static String ofGist(Outcome outcome) {
        return switch (outcome) {
            case COMPACTED -> "Gist written";
            case COMPACTED_DEGRADED -> "Gist written, degraded";
            case NOTHING_TO_DO -> "Nothing to do, its gist is up to date";
            case CANCELED -> "Canceled, the gist is as it was";
            default -> ofContext(outcome);
        };
    }

    private static String ofContext(Outcome outcome) {
        return switch (outcome) {
            case COMPACTED -> "Compacted";
            case PREVIEWED -> "Previewed, nothing is replaced yet";
            case COMPACTED_DEGRADED -> "Compacted, degraded";
            case NOTHING_TO_DO -> "Nothing to do, it is short enough";
            case IRREDUCIBLE -> "Irreducible";
            case OVER_BUDGET -> "Over budget";
            case SUPERSEDED -> "Superseded";
            case CANCELED -> "Canceled, the context is as it was";
            case INTERRUPTED -> "Interrupted";
            case FAILED -> "Failed";
        };
    }

    private Map<String, Object> object(Running running, Compaction ended, WrittenSummaries summary, CallFigures calls) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("conversation", ended.conversation());
        object.put("outcome", ended.outcome());
        object.put("strategy", ended.strategy());
        object.put("tokensBefore", ended.tokensBefore());
        object.put("tokensAfter", ended.tokensAfter());
        object.put("version", ended.toVersion() == null ? ended.fromVersion() : ended.toVersion());
        object.put("from", summary.first().map(Summary::fromSeq).orElse(null));
        object.put("to", summary.last().map(Summary::toSeq).orElse(null));
        object.put("degraded", ended.degraded());
        object.put("attached", running.attached());
        object.put("summary", summary.isEmpty() ? null : summary.text());
        object.put("summaries", summary.all().stream().map(Summary::id).toList());
        object.put("workflowId", running.workflowId());
        object.put("compaction", ended.id());
        object.put("decision", ended.decision());
        object.put("messages", ended.mark());
        object.put("chunks", isPruned(ended) ? 0 : ended.chunks());
        object.put("calls", calls.calls());
        object.put("tokensIn", calls.tokensIn());
        object.put("tokensOut", calls.tokensOut());
        object.put("cost", Costs.number(calls.cost()));
        object.put("redacted", calls.redacted());
        object.put("error", ended.error());
        return object;
    }
}
