package dev.pith.starter.cli;

import dev.pith.starter.cli.backfill.BackfillCommand;
import dev.pith.starter.cli.command.ScreenWriter;
import dev.pith.starter.cli.compaction.ApplyCommand;
import dev.pith.starter.cli.compaction.CancelCommand;
import dev.pith.starter.cli.compaction.CompactCommand;
import dev.pith.starter.cli.compaction.RedoCommand;
import dev.pith.starter.cli.compaction.StatusCommand;
import dev.pith.starter.cli.compaction.UndoCommand;
import dev.pith.starter.cli.compaction.WatchCommand;
import dev.pith.starter.cli.conversation.ContextCommand;
import dev.pith.starter.cli.conversation.DiffCommand;
import dev.pith.starter.cli.conversation.ExportCommand;
import dev.pith.starter.cli.conversation.ListCommand;
import dev.pith.starter.cli.conversation.ResumeCommand;
import dev.pith.starter.cli.conversation.ShowCommand;
import dev.pith.starter.cli.importing.ImportCommand;
import dev.pith.starter.cli.mcp.McpCommand;
import dev.pith.starter.cli.memory.FlushCommand;
import dev.pith.starter.cli.memory.MemoryCommand;
import dev.pith.starter.cli.model.CostCommand;
import dev.pith.starter.cli.model.ModelCommand;
import dev.pith.starter.cli.search.ExpandCommand;
import dev.pith.starter.cli.search.SearchCommand;
import dev.pith.starter.cli.service.CompletionCommand;
import dev.pith.starter.cli.service.ConfigCommand;
import dev.pith.starter.cli.service.DeleteCommand;
import dev.pith.starter.cli.service.DevCommand;
import dev.pith.starter.cli.service.DoctorCommand;
import dev.pith.starter.cli.service.HookCommand;
import dev.pith.starter.cli.service.PruneCommand;
import dev.pith.starter.cli.service.ServeCommand;
import dev.pith.starter.cli.service.StopCommand;
import dev.pith.starter.cli.service.WorkerCommand;
import dev.pith.starter.cli.summarizing.SummarizeCommand;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The entry point: registers the command that is typed, or all of them. */
@Command(
        name = "pith",
        description = "Durable conversation compaction: long sessions become short ones that can be continued.",
        version = "pith 0.1.0",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 compacted or nothing to do, 1 failed, 2 wrong use, 3 partly,",
            "5 a server cannot be reached or a disk is full, 130 canceled, 141 nobody reads the output."
        })
public final class Pith implements Runnable {

    /** All commands, in the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            CompactCommand.class,
            BackfillCommand.class,
            SummarizeCommand.class,
            ImportCommand.class,
            ListCommand.class,
            ShowCommand.class,
            DiffCommand.class,
            SearchCommand.class,
            ExpandCommand.class,
            ContextCommand.class,
            ResumeCommand.class,
            ExportCommand.class,
            StatusCommand.class,
            WatchCommand.class,
            CancelCommand.class,
            ApplyCommand.class,
            UndoCommand.class,
            RedoCommand.class,
            FlushCommand.class,
            MemoryCommand.class,
            WorkerCommand.class,
            DevCommand.class,
            ServeCommand.class,
            StopCommand.class,
            PruneCommand.class,
            DeleteCommand.class,
            DoctorCommand.class,
            ModelCommand.class,
            CostCommand.class,
            ConfigCommand.class,
            HookCommand.class,
            McpCommand.class,
            CompletionCommand.class);

    /** System property set by the launcher, because Java cannot tell whether standard error is a terminal. */
    private static final String TERMINAL = "pith.terminal";

    /** The same for standard output. */
    private static final String OUTPUT_TERMINAL = "pith.output.terminal";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        StandardOutput output = new StandardOutput();
        PrintWriter out = writer(output, false, Boolean.getBoolean(OUTPUT_TERMINAL));
        PrintWriter err = writer(System.err, true, Boolean.getBoolean(TERMINAL));
        int code = commandLine(out, err, arguments).execute(arguments);
        out.flush();
        System.exit(output.exitCode(code, err));
    }

    private static PrintWriter writer(OutputStream stream, boolean autoFlush, boolean terminal) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        return terminal ? new ScreenWriter(writer, autoFlush) : new PrintWriter(writer, autoFlush);
    }

    /**
     * Returns the command line, which writes to these two writers.
     *
     * @param arguments if they begin with a command, only that one is registered: registering all takes half of the
     *     start of a short command
     */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, String... arguments) {
        // Otherwise picocli searches every jar for Groovy, which takes a fifth of the time of --help.
        System.setProperty("picocli.disable.closures", "true");
        CommandFailures commandFailures = new CommandFailures();
        CommandLine commandLine = new CommandLine(new Pith());
        registered(arguments).forEach(commandLine::addSubcommand);
        commandLine
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(out instanceof ScreenWriter)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Pith::execute)
                .setExecutionExceptionHandler(commandFailures)
                .setParameterExceptionHandler(commandFailures);
        addHelp(commandLine);
        return commandLine;
    }

    /** Returns the command that arguments begin with, but all for the script that completes them, and for no command. */
    private static List<Class<?>> registered(String... arguments) {
        List<Class<?>> named = COMMANDS.stream()
                .filter(type -> arguments.length > 0
                        && arguments[0].equals(type.getAnnotation(Command.class).name()))
                .toList();
        return named.isEmpty() || named.contains(CompletionCommand.class) ? COMMANDS : named;
    }

    /** Executes the command line. Help is colored, so its control sequences pass to the terminal unchanged. */
    private static int execute(ParseResult parsed) {
        Integer help = parsed.commandSpec().commandLine().getOut() instanceof ScreenWriter screen
                ? screen.asItIs(() -> CommandLine.executeHelpRequest(parsed))
                : CommandLine.executeHelpRequest(parsed);
        return help == null ? new CommandLine.RunLast().execute(parsed) : help;
    }

    private static void addHelp(CommandLine command) {
        command.getSubcommands().values().forEach(each -> {
            each.getCommandSpec().mixinStandardHelpOptions(true);
            addHelp(each);
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
