package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.files.Kept;
import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import java.util.function.Function;

/** Synchronizes the memory files before and after a command. */
public final class MemoryFiles {

    private MemoryFiles() {}

    /** Imports manual edits of the files and writes pending changes to them. */
    static void keep(Engine engine, Terminal terminal) {
        told(engine, terminal, MemoryFolder::keep);
    }

    /** Writes pending changes to the files. */
    public static void catchUp(Engine engine, Terminal terminal) {
        told(engine, terminal, MemoryFolder::catchUp);
    }

    private static void told(Engine engine, Terminal terminal, Function<MemoryFolder, Kept> keeping) {
        engine.memoryFolder().map(keeping).ifPresent(kept -> {
            if (kept.edited() + kept.forgotten() > 0) {
                terminal.say("From the memory files: " + Numbers.of(kept.edited(), "memory", "memories")
                        + " edited by hand, " + Numbers.count(kept.forgotten()) + " removed");
            }
            kept.problems().forEach(problem -> terminal.warn(problem + ". The memories are kept in the store"));
        });
    }
}
