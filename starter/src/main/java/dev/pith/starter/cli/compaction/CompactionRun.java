package dev.pith.starter.cli.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Conversations;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.Several;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.memory.FlushFollowing;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.runtime.PanelAddress;
import dev.pith.workflows.compaction.CompactionSpec;
import java.util.List;

/** Compacts conversations one after the other, shows their progress and prints the results. */
final class CompactionRun {

    private final Engine engine;
    private final CompactionClient client;
    private final CompactionReport report;
    private final Terminal terminal;
    private final FlushFollowing flushes;
    private final boolean brief;

    CompactionRun(Engine engine, Output output, Terminal terminal) {
        this(engine, output, false, terminal);
    }

    private CompactionRun(Engine engine, Output output, boolean brief, Terminal terminal) {
        this.engine = engine;
        this.client = engine.compactions();
        this.report = new CompactionReport(engine, output, terminal);
        this.terminal = terminal;
        this.flushes = new FlushFollowing(engine, terminal);
        this.brief = brief;
    }

    /** Returns a run that prints one line for each conversation, and no summary. */
    static CompactionRun inOneLineEach(Engine engine, Terminal terminal) {
        return new CompactionRun(engine, Output.TEXT, true, terminal);
    }

    /** Enables titles, which separate several summaries on one output. */
    void titled(boolean several) {
        report.titled(several);
    }

    ExitCode all(List<String> conversations, CompactionSpec spec) {
        Several several = new Several(terminal, conversations.size(), engine::interrupted);
        titled(conversations.size() > 1);
        conversations.forEach(conversation -> several.attempt(conversation, () -> one(conversation, spec)));
        return several.exitCode();
    }

    /** Waits for the flushes. Called once, after all compactions. */
    void untilFlushed() {
        flushes.untilDone();
    }

    /** Compacts a conversation, or follows its running compaction if that has the same request. */
    ExitCode one(String id, CompactionSpec spec) {
        Conversation conversation =
                engine.database().table(Conversations.class).find(id).orElseThrow();
        Running running = client.start(id, spec, terminal.patience());
        if (running.attached()) {
            terminal.say("This compaction is running already; following it");
        }
        PanelAddress.of(engine.home())
                .ifPresent(panel -> terminal.sayDim("  watch it: " + panel.url() + "/#/compactions/"
                        + running.request().id()));
        ProgressView view = new ProgressView(terminal);
        Compaction ended = Detaching.during(
                engine, conversation, view, terminal, () -> new Following(client, view).untilEnd(running.request()));
        if (brief) {
            report.line(conversation, ended);
        } else {
            report.print(conversation, running, ended);
        }
        flushes.add(ended);
        return ExitCode.of(ended.ending());
    }
}
