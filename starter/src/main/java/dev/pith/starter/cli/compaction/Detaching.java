package dev.pith.starter.cli.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import java.util.function.Supplier;

/** Makes Ctrl-C detach from a followed compaction and print how to continue. */
final class Detaching {

    private Detaching() {}

    /** Runs the action; Ctrl-C detaches meanwhile. */
    static <T> T during(
            Engine engine, Conversation conversation, ProgressView view, Terminal terminal, Supplier<T> following) {
        engine.onInterrupt(() -> farewell(engine, conversation, view, terminal));
        try {
            return following.get();
        } finally {
            if (!engine.interrupted()) {
                engine.onInterrupt(() -> {});
            }
        }
    }

    private static void farewell(Engine engine, Conversation conversation, ProgressView view, Terminal terminal) {
        view.clear();
        String id = conversation.id();
        switch (engine.successor()) {
            case ANOTHER_WORKER -> terminal.warn("detached. Another worker goes on with it.");
            case NEXT_COMMAND ->
                terminal.warn("detached. The work is saved and goes on with the next command, or with: pith dev");
            case NOBODY -> {
                terminal.warn(
                        "stopped: Temporal runs inside this process, so the compaction ends with it. Finished chunks"
                                + " are kept: pith compact " + id + " goes on from them");
                return;
            }
        }
        terminal.warn("watch it: pith watch " + id + "   cancel it: pith cancel " + id);
    }
}
