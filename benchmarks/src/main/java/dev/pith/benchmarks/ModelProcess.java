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

    private static final Pattern CALL = Pattern.compile("call \\d+: (\\d+) running, (\\d+) asked");
    private static final Pattern SERVED = Pattern.compile("served \\d+: from (\\d+) to (\\d+), (\\d+) tokens read");
    private static final String LISTENS = "A fake model listens at ";

    private final Process process;
    private final String baseUrl;
    private final List<Served> served = new ArrayList<>();
    private final List<Heard> calls = new ArrayList<>();

    /** A call that came, those included that were told to come back. */
    record Heard(int running, int askedTokens) {}

    /** A call that was answered, by the server's clock. */
    record Served(long fromMillis, long toMillis, long promptTokens) {}

    /** Starts one that takes a second a call. */
    ModelProcess(int slots) throws IOException {
        this(slots, 0, 60);
    }

    /** Starts one that takes a second a call and so long for each of the tokens that it is asked for, up to the most. */
    ModelProcess(int slots, int millisAToken, int mostTokens) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeModelServer.class.getName(),
                        "0",
                        "1000",
                        Integer.toString(millisAToken),
                        Integer.toString(mostTokens),
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

    /** The calls that came until now, in order. */
    synchronized List<Heard> calls() {
        return List.copyOf(calls);
    }

    /** What was answered until now, in order of their beginnings. */
    synchronized List<Served> served() {
        return served.stream()
                .sorted(Comparator.comparingLong(Served::fromMillis))
                .toList();
    }

    private synchronized void told(String line) {
        Matcher call = CALL.matcher(line);
        if (call.matches()) {
            calls.add(new Heard(Integer.parseInt(call.group(1)), Integer.parseInt(call.group(2))));
        }
        Matcher answered = SERVED.matcher(line);
        if (answered.matches()) {
            served.add(new Served(
                    Long.parseLong(answered.group(1)),
                    Long.parseLong(answered.group(2)),
                    Long.parseLong(answered.group(3))));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
