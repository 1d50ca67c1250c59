package dev.pith.starter.cli.model;

import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.ModelProfiles;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one small call to a model and prints the result. Starts no server. */
@Command(
        name = "test",
        description = "Make one small call to a model: does it answer, how fast, with which window, at what cost.",
        sortOptions = false)
final class ModelTestCommand extends PithCommand {

    /** A request of a few dozen tokens, with output room for a model that reasons first. */
    private static final ModelRequest REQUEST = new ModelRequest(
            "You are being tested. Do as you are told, briefly.", "Count from one to ten, in words.", 256);

    @Parameters(arity = "1", paramLabel = "PROFILE", description = "The name of a model profile (pith model list).")
    private String name = "";

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json.")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        ModelProfiles models = settings().models();
        ModelProfile profile = models.find(name)
                .orElseThrow(() -> CommandProblem.usage(
                        name + " asks no model, so there is nothing to test: pith model list shows those that do"));
        if (profile.keyVariable() != null && !models.isSet(profile.keyVariable())) {
            throw CommandProblem.usage("model profile " + profile.name() + " needs " + profile.keyVariable()
                    + ", which is not set here: set it, or name another variable with api_key_env");
        }
        try (ModelClients clients = new ModelClients(Keys.environment(), Dialects.inMemory())) {
            long begun = System.nanoTime();
            ModelReply reply = reply(clients, profile);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            ModelTestReport report = new ModelTestReport(
                    profile,
                    reply,
                    took,
                    clients.dialect(profile),
                    clients.windowProbe().ask(profile));
            report.print(output, terminal);
            return report.sound() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static ModelReply reply(ModelClients clients, ModelProfile profile) {
        try {
            return clients.of(profile).newCall(REQUEST).execute();
        } catch (ModelFailure failure) {
            boolean unreached = failure.kind() == ModelFailure.Kind.TRANSPORT && failure.status() == 0;
            throw new CommandProblem(
                    unreached ? ExitCode.UNREACHABLE : ExitCode.FAILED,
                    "model profile " + profile.name() + " did not answer: " + failure.getMessage());
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }
}
