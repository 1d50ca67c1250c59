package dev.pith.starter.cli;

import dev.pith.activities.conversation.Conversation;
import dev.pith.starter.engine.Engine;

/** While it is open, Ctrl-C detaches from a running compaction and says how to go on. */
final class Detaching implements AutoCloseable {

    private final Thread hook;

    Detaching(Engine engine, Conversation conversation, ProgressView view, Terminal terminal) {
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

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already and the hook runs: nothing is left to remove.
            return;
        }
    }
}
