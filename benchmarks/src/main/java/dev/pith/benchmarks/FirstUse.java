package dev.pith.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a newcomer waits for: the README's first command in a fresh clone with an empty home and an empty Maven repository,
 * then in another clone where everything is downloaded already, so that the difference is the downloads. Then the same
 * command again in each way of having Temporal. Argument: how many rounds.
 */
final class FirstUse {

    private static final String SESSION = "docs/examples/tideline.jsonl";
    private static final int WARM = 7;

    private final Path directory;
    private final Map<String, String> environment = new TreeMap<>(System.getenv());

    private FirstUse(Path directory) {
        this.directory = directory;
        environment.keySet().removeIf(name -> name.startsWith("PITH_") || name.startsWith("TEMPORAL_"));
        environment.put("PATH", withoutTemporal());
        environment.put("HOME", directory.toString());
        environment.put("MAVEN_OPTS", "-Duser.home=" + directory);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        Machine.describe();
        Series cold = new Series("first command, everything downloaded", "s");
        Series built = new Series("first command, nothing left to download", "s");
        for (int round = 0; round < rounds; round++) {
            Path directory = Files.createTempDirectory("pith-first-use-");
            try {
                new FirstUse(directory).round(cold, built, round == rounds - 1);
            } finally {
                Bench.delete(directory);
            }
        }
        cold.print();
        built.print();
    }

    private void round(Series cold, Series built, boolean last) throws IOException, InterruptedException {
        cold.add(compact(clone("one")));
        Path checkout = clone("two");
        Path home = directory.resolve(".pith");
        Path release = program(home).resolveSibling(".").normalize();
        Files.createDirectories(directory.resolve("fresh/temporal"));
        Files.move(release, directory.resolve("fresh/temporal").resolve(release.getFileName()));
        environment.put("PITH_HOME", directory.resolve("fresh").toString());
        built.add(compact(checkout));
        if (last) {
            sizes(checkout);
            warm(checkout, "its own copy of the program", Map.of());
            warm(checkout, "inside the process", Map.of("PITH_TEMPORAL_BINARY", "off"));
        }
    }

    private void warm(Path checkout, String how, Map<String, String> more) throws IOException, InterruptedException {
        environment.putAll(more);
        Series series = new Series("again, Temporal as " + how, "s");
        for (int run = 0; run < WARM; run++) {
            series.add(compact(checkout));
        }
        series.print();
    }

    private Path clone(String name) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("pith.root", ".")).toAbsolutePath();
        Path checkout = directory.resolve(name);
        run(directory, List.of("git", "clone", "-q", "file://" + root, checkout.toString()));
        return checkout;
    }

    private double compact(Path checkout) throws IOException, InterruptedException {
        return run(checkout, List.of("./pith", "compact", SESSION));
    }

    private double run(Path where, List<String> command) throws IOException, InterruptedException {
        File log = directory.resolve("log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().clear();
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        int exit = builder.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit + ":\n" + Files.readString(log.toPath()));
        }
        return seconds;
    }

    private static Path program(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("temporal"))) {
            return files.filter(file -> file.endsWith("temporal") && Files.isRegularFile(file))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the home has no program of Temporal: it was not to be had"));
        }
    }

    private void sizes(Path checkout) throws IOException {
        for (Path part :
                List.of(directory.resolve(".m2"), directory.resolve("fresh"), checkout.resolve("starter/target"))) {
            try (Stream<Path> files = Files.walk(part)) {
                long bytes = files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
                System.out.printf(Locale.ROOT, "%-42s %d MB%n", directory.relativize(part), Math.round(bytes / 1e6));
            }
        }
    }

    private static String withoutTemporal() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .filter(entry -> !Files.isExecutable(Path.of(entry, "temporal")))
                .collect(Collectors.joining(":"));
    }
}
