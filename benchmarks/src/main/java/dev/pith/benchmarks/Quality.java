package dev.pith.benchmarks;

import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.benchmarks.quality.Study;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What summaries without a model keep and what they get wrong; the arguments are folders of logs. {@code --verbose} lists
 * every unanswered question, {@code --keep FOLDER} leaves the summaries there.
 */
final class Quality {

    private Quality() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> folders = new ArrayList<>();
        boolean verbose = false;
        Path keep = null;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--verbose")) {
                verbose = true;
            } else if (arguments[i].equals("--keep") && i + 1 < arguments.length) {
                keep = Path.of(arguments[++i]);
            } else {
                folders.add(Path.of(arguments[i]));
            }
        }
        if (folders.isEmpty()) {
            System.err.println("usage: benchmarks/run Quality [--verbose] [--keep FOLDER] FOLDER…");
            System.exit(2);
        }
        study(folders, keep).print(new PrintStream(System.out, true, StandardCharsets.UTF_8), verbose);
    }

    private static Study study(List<Path> folders, @Nullable Path keep) throws IOException {
        Study study = new Study(new ExtractiveSummarizer(), keep);
        for (Path folder : folders) {
            study.add(folder);
        }
        return study;
    }
}
