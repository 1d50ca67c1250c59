package dev.pith.starter.cli.memory;

import dev.pith.activities.gateway.CallFigures;
import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Compaction;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.model.Costs;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Waits at most 10 seconds, at the end of a command, for the flushes of its compactions and reports their results. */
public final class FlushFollowing {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Engine engine;
    private final Terminal terminal;
    private final List<Compaction> compactions = new ArrayList<>();

    /** Creates an instance for compactions that this engine ran. */
    public FlushFollowing(Engine engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    /** Adds a compaction that ended. */
    public void add(Compaction ended) {
        if (ended.stands()) {
            compactions.add(ended);
        }
    }

    /** Waits for the flushes of all added compactions, with one common time limit. */
    public void untilDone() {
        if (compactions.isEmpty()) {
            return;
        }
        engine.onInterrupt(() -> terminal.warn("memories are not written yet: " + FlushReport.goesOn(engine)));
        FlushWait wait = new FlushWait(engine.database(), engine::interrupted);
        Instant end = Instant.now().plus(LONGEST);
        for (Compaction compaction : compactions) {
            wait.atMost(Duration.between(Instant.now(), end), compaction.conversation());
        }
        if (!engine.interrupted()) {
            engine.onInterrupt(() -> {});
            MemoryFiles.catchUp(engine, terminal);
            say();
        }
    }

    /** Prints the calls and cost of the flushes. */
    private void asked() {
        ModelCalls calls = engine.database().table(ModelCalls.class);
        compactions.stream()
                .map(compaction -> calls.flushFigures(compaction.id()))
                .reduce(CallFigures::plus)
                .filter(figures -> figures.calls() > 0)
                .ifPresent(figures -> terminal.say("  for memories: " + Costs.sentence(figures)));
    }

    private void say() {
        int memories = 0;
        List<Flush> left = new ArrayList<>();
        for (Compaction compaction : compactions) {
            for (Flush flush : engine.database().table(Flushes.class).of(compaction.conversation())) {
                if (!flush.done()) {
                    left.add(flush);
                } else if (compaction.id().equals(flush.compaction())) {
                    memories += Objects.requireNonNullElse(flush.memories(), 0);
                }
            }
        }
        if (memories > 0) {
            terminal.say("  " + Numbers.of(memories, "new memory", "new memories") + ": pith memory list");
        }
        asked();
        for (Flush flush : left) {
            terminal.say("  memories not written yet: " + FlushReport.line(flush));
        }
        if (left.stream().anyMatch(Flush::pending)) {
            terminal.say("  " + FlushReport.goesOn(engine));
        }
    }
}
