package dev.pith.starter.cli.model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The parent of the commands on models. */
@Command(
        name = "model",
        description = "The models that summaries can be written with.",
        subcommands = {ModelListCommand.class, ModelTestCommand.class})
public final class ModelCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing: pith model list, or pith model test PROFILE");
    }
}
