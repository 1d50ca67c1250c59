package dev.pith.starter.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code ./pith}. */
@Command(name = "pith", mixinStandardHelpOptions = true, version = "pith 0.1.0")
public final class Pith implements Runnable {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Pith()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
