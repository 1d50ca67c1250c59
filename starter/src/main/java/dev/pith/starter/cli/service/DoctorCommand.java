package dev.pith.starter.cli.service;

import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.model.ModelChecks;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.devserver.DevServerPrograms;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.TemporalConnection;
import dev.pith.starter.engine.UnreachableException;
import dev.pith.starter.runtime.Check;
import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.MachineChecks;
import dev.pith.starter.runtime.RuntimeProblem;
import dev.pith.starter.runtime.ServerChecks;
import dev.pith.starter.runtime.StackOptions;
import dev.pith.starter.runtime.StartupProgress;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Checks every part and prints the cure of each problem. */
@Command(
        name = "doctor",
        description = "Check each part and print how to fix each problem. Exit code 1 if there is one.",
        sortOptions = false)
public final class DoctorCommand extends PithCommand {

    private static final String MEMORY = "Memory folder";

    @Override
    protected ExitCode run(Terminal terminal) {
        Settings settings = settings();
        List<Check> checks = new ArrayList<>();
        DevServerPrograms.of(new Home(settings.home()), System.getenv()).forgetFailure();
        boolean embedded = settings.text(Setting.JDBC_URL).isEmpty();
        if (embedded) {
            checks.addAll(embedded(settings, terminal));
        }
        checks.addAll(whole(settings));
        checks.addAll(new ModelChecks(
                        settings.models(), settings.text(Setting.DEFAULT_MODEL).orElse(""))
                .all());
        checks.forEach(check -> print(check, terminal));
        terminal.out().flush();
        return checks.stream().allMatch(Check::ok) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static List<Check> embedded(Settings settings, Terminal terminal) {
        Home home = new Home(settings.home());
        StackOptions both = StackOptions.both("pith doctor", DevServerPrograms.source(settings));
        StackOptions options = TemporalConnection.configured().isEmpty() ? both : both.withoutTemporal();
        List<Check> checks = new ArrayList<>(new MachineChecks(home, options, terminal.steps()).all());
        try (EmbeddedStack stack = EmbeddedStack.acquire(home, options, StartupProgress.SILENT)) {
            checks.addAll(new ServerChecks(stack, options).all());
        } catch (RuntimeProblem problem) {
            checks.add(Check.failed("Servers", problem));
        }
        return checks;
    }

    /** Checks store and Temporal together, as a compaction uses them. */
    private static List<Check> whole(Settings settings) {
        try (Engine engine = Engine.open(settings, Engine.Needs.TEMPORAL, "pith doctor", StartupProgress.SILENT)) {
            String detail = "store " + engine.database().storeId() + ", Temporal "
                    + engine.temporal().where()
                    + engine.warning().map(warning -> " (" + warning + ")").orElse("");
            Check connected = Check.well("Store and Temporal", detail);
            List<Check> checks = new ArrayList<>(List.of(connected));
            engine.memoryFolder().ifPresent(folder -> checks.add(memory(folder)));
            checks.addAll(SessionChecks.of(engine.database(), System.getenv()));
            return checks;
        } catch (RuntimeProblem problem) {
            return without(Check.failed("Store and Temporal", problem), settings);
        } catch (UnreachableException e) {
            RuntimeProblem problem = new RuntimeProblem("Not reached", String.valueOf(e.getMessage()));
            return without(Check.failed("Store and Temporal", problem), settings);
        }
    }

    /** Returns what can be checked without Temporal, or only the failed check if the store is away too. */
    private static List<Check> without(Check failed, Settings settings) {
        List<Check> checks = new ArrayList<>(List.of(failed));
        try (Engine engine = Engine.open(settings, Engine.Needs.STORE, "pith doctor", StartupProgress.SILENT)) {
            checks.addAll(SessionChecks.of(engine.database(), System.getenv()));
        } catch (RuntimeProblem | UnreachableException e) {
            // The failed check says it.
            return checks;
        }
        return checks;
    }

    /** Checks the memory folder by updating its files. */
    private static Check memory(MemoryFolder folder) {
        List<String> problems = folder.catchUp().problems();
        return problems.isEmpty()
                ? Check.well(MEMORY, folder.directory().toString())
                : Check.failed(
                        MEMORY,
                        new RuntimeProblem(
                                String.join("; ", problems), "The memories are kept in the store meanwhile"));
    }

    private static void print(Check check, Terminal terminal) {
        terminal.out().println(String.format("%-5s %-22s %s", check.ok() ? "ok" : "BAD", check.name(), check.detail()));
        if (!check.ok()) {
            terminal.out().println("      " + check.cure());
        }
    }
}
