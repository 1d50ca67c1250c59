package dev.pith.starter.runtime;

import dev.pith.starter.devserver.DevServerPrograms;
import java.io.IOException;
import java.nio.file.Path;

/** A command of its own process that holds the stack of the home it is given until its input ends. */
final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws IOException {
        long began = System.nanoTime();
        StartupProgress startupProgress = step -> System.out.println("step " + millisSince(began) + " " + step);
        Home home = new Home(Path.of(arguments[0]));
        TemporalSource source = DevServerPrograms.of(home, System.getenv()).onThisMachine();
        StackOptions options = StackOptions.both("holder", source);
        try (EmbeddedStack stack = EmbeddedStack.acquire(home, options, startupProgress)) {
            System.out.println(
                    "up " + millisSince(began) + " " + stack.database().jdbcUrl() + " "
                            + stack.temporal()
                                    .map(TemporalEndpoint::target)
                                    .orElseGet(() -> stack.temporalProgram().whyNot()));
            while (System.in.read() >= 0) {
                // Whoever started this process closes its input to end it.
            }
        }
        System.out.println("down " + millisSince(began));
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
