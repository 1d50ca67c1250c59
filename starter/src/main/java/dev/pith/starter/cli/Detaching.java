package dev.pith.starter.cli;

import dev.pith.activities.conversation.Conversation;
import dev.pith.starter.engine.Engine;
import java.util.function.Supplier;

/** While a compaction is followed, Ctrl-C detaches from it and says how to go on. */
final class Detaching {

    private final Thread hook;

    private Detaching(Engine engine, Conversation conversation, ProgressView view, Terminal terminal) {
        this.hook = new Thread(
                () -> {
                    view.clear();
                    boolean others = engine.othersWork();
                    terminal.warn("detached. "
                            + (others
                                    ? "Another worker goes on with it."
                                    : "The work is saved and goes on with the next command, or with: pith dev"));
                    terminal.warn("watch it: pith watch " + conversation.id() + "   cancel it: pith cancel "
                            + conversation.id());
                    engine.close();
                },
                "pith-detach");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Follows, with Ctrl-C meaning to detach. */
    static <T> T during(
            Engine engine, Conversation conversation, ProgressView view, Terminal terminal, Supplier<T> following) {
        Detaching detaching = new Detaching(engine, conversation, view, terminal);
        try {
            return following.get();
        } finally {
            detaching.end();
        }
    }

    private void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already and the hook runs: nothing is left to remove.
            return;
        }
    }
}
