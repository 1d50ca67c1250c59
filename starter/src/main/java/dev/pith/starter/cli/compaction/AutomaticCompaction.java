package dev.pith.starter.cli.compaction;

import dev.pith.activities.automatic.AutomaticDecision;
import dev.pith.activities.automatic.AutomaticDecision.State;
import dev.pith.activities.automatic.AutomaticReading;
import dev.pith.activities.automatic.AutomaticRule;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.Several;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.model.ModelOptions;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.CompactionClient.DifferentRequestException;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.requesting.CompactionRequests;
import dev.pith.starter.sessions.SessionNames;
import dev.pith.starter.sessions.SessionPatterns;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.model.ModelUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compacts the conversations that fill their window, in two steps: the decision needs only the store, so that servers
 * and worker start only where there is something to do. Confined to one thread.
 */
public final class AutomaticCompaction {

    private final Settings settings;
    private final ModelOptions model;
    private final Supplier<CompactionSpec> request;
    private final Terminal terminal;
    private final Output output;
    private final boolean asked;
    private final SessionPatterns storeOnly;
    private final int window;
    private final double share;
    private final Map<String, State> told = new HashMap<>();
    private @Nullable CompactionSpec requested;

    private AutomaticCompaction(
            Settings settings,
            ModelOptions model,
            Supplier<CompactionSpec> request,
            Output output,
            boolean asked,
            Terminal terminal) {
        this.settings = settings;
        this.model = model;
        this.request = request;
        this.output = output;
        this.asked = asked;
        this.terminal = terminal;
        this.storeOnly = SessionPatterns.of(settings, Setting.STORE_ONLY_SESSIONS);
        this.window = settings.sizes().contextWindow();
        this.share = settings.autoThreshold(
                model.profile(settings).map(ModelProfile::name).orElse(null));
    }

    /**
     * Returns the one that a person asks for: it reports on every conversation, and prints the summaries.
     *
     * @param request the request without a target, made only if a conversation is compacted
     */
    static AutomaticCompaction asked(
            Settings settings, ModelOptions model, Supplier<CompactionSpec> request, Output output, Terminal terminal) {
        return new AutomaticCompaction(settings, model, request, output, true, terminal);
    }

    /** Returns the one after an import, as configured: it prints a line for each conversation over the threshold. */
    public static AutomaticCompaction afterImport(Settings settings, Terminal terminal) {
        ModelOptions model = new ModelOptions();
        StrategyOptions strategy = new StrategyOptions();
        strategy.check(settings);
        Supplier<CompactionSpec> request = () -> {
            ModelUse use = model.use(settings, terminal);
            return strategy.applied(CompactionRequests.rolling(settings, use, model.calls(settings), null), settings);
        };
        return new AutomaticCompaction(settings, model, request, Output.TEXT, false, terminal);
    }

    /**
     * Returns the conversations that are to be compacted, and reports on the others.
     *
     * @param sources what names the file that each was imported from, by the conversation's id; empty if not known
     */
    public List<String> needed(Database database, Map<String, SessionNames> sources) {
        List<String> needed = new ArrayList<>();
        sources.forEach((conversation, source) -> {
            AutomaticRule rule = rule(database, conversation);
            AutomaticDecision decision = decide(rule, storeOnly(database, conversation, source));
            if (decision.isNeeded()) {
                needed.add(conversation);
            } else if (asked || isNews(conversation, decision.state())) {
                report().print(rule, decision);
            }
        });
        return needed;
    }

    /** An import that goes on decides of a conversation again and again. */
    private boolean isNews(String conversation, State state) {
        return told.put(conversation, state) != state && state != State.NOT_NEEDED;
    }

    /** Compacts conversations one after the other, unless another process has done so meanwhile. */
    public ExitCode compact(Engine engine, List<String> needed) {
        model.requireWorker(engine, settings);
        CompactionRun run =
                asked ? new CompactionRun(engine, output, terminal) : CompactionRun.inOneLineEach(engine, terminal);
        run.titled(needed.size() > 1);
        Several several = new Several(terminal, needed.size(), engine::interrupted);
        needed.forEach(conversation -> several.attempt(conversation, () -> one(engine, run, conversation)));
        run.untilFlushed();
        return several.exitCode();
    }

    private ExitCode one(Engine engine, CompactionRun run, String conversation) {
        AutomaticRule rule = rule(engine.database(), conversation);
        AutomaticDecision decision = decide(rule, null);
        if (!decision.isNeeded()) {
            report().print(rule, decision);
            return ExitCode.DONE;
        }
        try {
            return run.one(conversation, rule.fullness().aimed(requested()));
        } catch (DifferentRequestException another) {
            report().print(
                            rule,
                            new AutomaticDecision(State.RUNNING, decision.reason() + ", but " + another.getMessage()));
            return ExitCode.DONE;
        }
    }

    private AutomaticRule rule(Database database, String conversation) {
        return new AutomaticReading(database, window, share).of(conversation);
    }

    /** Makes the request only where it matters, since that asks the model's server for its limits. */
    private AutomaticDecision decide(AutomaticRule rule, @Nullable String excluded) {
        CompactionSpec spec = rule.fullness().isOver() ? requested() : CompactionSpec.defaults();
        return rule.decide(rule.fullness().aimed(spec), excluded);
    }

    private CompactionSpec requested() {
        if (requested == null) {
            requested = request.get();
        }
        return requested;
    }

    private @Nullable String storeOnly(Database database, String conversation, SessionNames source) {
        Conversation stored =
                database.table(Conversations.class).find(conversation).orElseThrow();
        return storeOnly.match(SessionNames.of(stored).and(source)).orElse(null);
    }

    private AutomaticReport report() {
        return new AutomaticReport(output, terminal);
    }
}
