package dev.pith.benchmarks;

import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.starter.filter.FileSummarizer;
import dev.pith.starter.filter.SummaryOrder;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.compaction.Sizes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reading and summarizing in one process, as {@code pith summarize} does: bytes of file a second, and a second of all
 * processor time (threads of the compiler and the collector included); then strings that nobody should write.
 */
final class SummarizeSpeed {

    private static final int ROUNDS = 8;
    private static final int WARM_FROM = 3;
    private static final int TOKENS = 2_000;
    private static final long GENERATED_BYTES = 20_000_000;

    private final FileSummarizer summarizer = new FileSummarizer(new ExtractiveSummarizer(), Sizes.defaults());
    private final Series first = new Series("read and summarized, first round", "MB/s");
    private final Series wall = new Series("read and summarized, warm", "MB/s");
    private final Series processor = new Series("the same, of processor time", "MB/s");

    private SummarizeSpeed() {}

    public static void main(String[] arguments) throws IOException {
        Machine.describe();
        SummarizeSpeed speed = new SummarizeSpeed();
        if (arguments.length == 0) {
            Path file = Files.createTempFile("pith-bench-", ".jsonl");
            new GeneratedSession(1, 120).write(file, Long.MAX_VALUE, GENERATED_BYTES);
            speed.measure(List.of(file));
            Files.delete(file);
        } else {
            speed.measure(files(arguments));
        }
        StrangeStrings.measure();
    }

    private void measure(List<Path> files) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            long bytes = 0;
            long begin = System.nanoTime();
            long cpu = processorTime();
            for (Path file : files) {
                bytes += summarize(file);
            }
            double megabytes = bytes / 1e6;
            double speed = megabytes / ((System.nanoTime() - begin) / 1e9);
            if (round == 0) {
                first.add(speed);
            } else if (round >= WARM_FROM) {
                wall.add(speed);
                processor.add(megabytes / ((processorTime() - cpu) / 1e9));
            }
        }
        first.print();
        wall.print();
        processor.print();
    }

    /** The bytes of a file that holds a conversation, else 0. */
    private long summarize(Path file) throws IOException {
        try {
            summarizer.summarize(file, List.of(new SummaryOrder(TOKENS, null)));
            return Files.size(file);
        } catch (NotAConversationException e) {
            return 0;
        }
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static List<Path> files(String[] arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            try (Stream<Path> found = Files.walk(Path.of(argument))) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
