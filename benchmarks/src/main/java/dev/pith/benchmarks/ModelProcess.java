package dev.pith.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@link FakeModelServer} in a process of its own, and what it told of its calls. */
final class ModelProcess implements AutoCloseable {

    private static final Pattern SERVED = Pattern.compile("served \\d+: from (\\d+) to (\\d+)");
    private static final String LISTENS = "A fake model listens at ";

    private final Process process;
    private final String baseUrl;
    private final List<Served> served = new ArrayList<>();
    private int calls;

    /** A call that was answered, by the server's clock. */
    record Served(long fromMillis, long toMillis) {}

    /** Starts one that takes a second a call. */
    ModelProcess(int slots) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeModelServer.class.getName(),
                        "0",
                        "1000",
                        "0",
                        "60",
                        Integer.toString(slots),
                        "3")
                .redirectErrorStream(true)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.startsWith(LISTENS)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the fake model did not start");
        }
        baseUrl = line.substring(LISTENS.length());
        Thread reader = new Thread(() -> lines.lines().forEach(this::told), "model-process");
        reader.setDaemon(true);
        reader.start();
    }

    String baseUrl() {
        return baseUrl;
    }

    /** How many calls came, those included that were told to come back. */
    synchronized int calls() {
        return calls;
    }

    /** What was answered until now, in order of their beginnings. */
    synchronized List<Served> served() {
        return served.stream()
                .sorted(Comparator.comparingLong(Served::fromMillis))
                .toList();
    }

    private synchronized void told(String line) {
        calls += line.startsWith("call ") ? 1 : 0;
        Matcher matcher = SERVED.matcher(line);
        if (matcher.matches()) {
            served.add(new Served(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
