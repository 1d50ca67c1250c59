package dev.pith.starter.cli.summarizing;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.filter.FileSummarizer.Summarized;
import dev.pith.starter.filter.SummaryOrder;
import dev.pith.starter.filter.WholeFile;
import dev.pith.starter.wording.Numbers;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes many summaries in parallel on all cores. A file that is requested several times is read once. */
final class SummaryBatch {

    private final SummarySource source;
    private final SummaryOrder otherwise;
    private final Terminal terminal;

    /** @param otherwise the defaults for lines that do not set a value */
    SummaryBatch(SummarySource source, SummaryOrder otherwise, Terminal terminal) {
        this.source = source;
        this.otherwise = otherwise;
        this.terminal = terminal;
    }

    ExitCode run(String manifest) {
        List<ManifestLine> lines = ManifestLine.all(manifest, otherwise);
        Map<String, List<ManifestLine>> byFile = new LinkedHashMap<>();
        for (ManifestLine line : lines) {
            byFile.computeIfAbsent(line.file(), unused -> new ArrayList<>()).add(line);
        }
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<List<CommandProblem>>> work = byFile.values().stream()
                    .map(same -> cores.submit(() -> summarize(same)))
                    .toList();
            int failed = 0;
            ExitCode code = ExitCode.DONE;
            for (Future<List<CommandProblem>> one : work) {
                for (CommandProblem problem : one.get()) {
                    terminal.warn(String.valueOf(problem.getMessage()));
                    code = problem.exitCode();
                    failed++;
                }
            }
            terminal.say(Numbers.of(lines.size() - failed, "summary").replace("summarys", "summaries") + " written");
            return failed == 0 ? ExitCode.DONE : failed < lines.size() ? ExitCode.PARTLY : code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.CANCELED;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            cores.shutdownNow();
        }
    }

    private List<CommandProblem> summarize(List<ManifestLine> same) {
        List<ManifestLine> sound = new ArrayList<>();
        List<CommandProblem> problems = new ArrayList<>();
        for (ManifestLine line : same) {
            if (line.problem() == null) {
                sound.add(line);
            } else {
                problems.add(line.failure(ExitCode.USAGE, line.problem()));
            }
        }
        if (!sound.isEmpty()) {
            read(sound, problems);
        }
        return problems;
    }

    private void read(List<ManifestLine> lines, List<CommandProblem> problems) {
        Summarized summarized;
        try {
            summarized = source.read(
                    lines.get(0).file(), lines.stream().map(ManifestLine::order).toList());
        } catch (CommandProblem e) {
            lines.forEach(line -> problems.add(line.failure(e.exitCode(), String.valueOf(e.getMessage()))));
            return;
        } catch (RuntimeException | StackOverflowError e) {
            lines.forEach(line -> problems.add(line.failure(ExitCode.FAILED, line.file() + ": " + e)));
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            try {
                write(
                        lines.get(i),
                        source.page(lines.get(i).file(), summarized, i).text());
            } catch (CommandProblem e) {
                problems.add(lines.get(i).failure(e.exitCode(), String.valueOf(e.getMessage())));
            }
        }
    }

    private static void write(ManifestLine line, String text) {
        try {
            WholeFile.write(Path.of(line.out()), text);
        } catch (InvalidPathException | IOException e) {
            throw new CommandProblem(ExitCode.FAILED, line.out() + " cannot be written: " + e.getMessage());
        }
    }
}
