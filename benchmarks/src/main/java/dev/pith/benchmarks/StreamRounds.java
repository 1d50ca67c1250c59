package dev.pith.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rounds of many streams of events, all of one slow compaction or of all conversations: half of the readers read a few
 * events, half stop after the first, and all leave without a word. Tells what the server holds after each round, once no
 * stream is open. The arguments are the number of readers (500) and of rounds (6).
 */
final class StreamRounds {

    private static final int TURNS = 400;
    private static final int EVENTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private StreamRounds() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int readers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        try (ModelProcess model = new ModelProcess(1, 80, 300);
                ServedProcess served = new ServedProcess(StreamLoad.settings(model));
                ProcessFigures figures = new ProcessFigures(served.pid())) {
            String conversation = StreamLoad.conversation(served, "followed", TURNS);
            String compaction = ServedProcess.field(
                    served.post(
                            "/v1/conversations/" + conversation + "/compactions",
                            "{\"model\":\"timed\",\"flush\":\"off\"}"),
                    "id");
            for (int round = 1; round <= rounds; round++) {
                int events = round(served.address(), "/v1/compactions/" + compaction + "/events", readers);
                awaitNoStream(served);
                ProcessFigures.Held held = figures.held();
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %d streams, %d events read; then heap %.1f MB, %d threads, %d open descriptors, %d MB resident%n",
                        round,
                        readers,
                        events,
                        held.heapKilobytes() / 1024.0,
                        held.threads(),
                        held.descriptors(),
                        served.residentMegabytes());
            }
            if (!ServedProcess.field(served.get("/v1/compactions/" + compaction), "state")
                    .equals("running")) {
                throw new IOException("the compaction ended before the rounds: its streams told nothing at the end");
            }
        }
    }

    /** A stream as its connection, so that it can be left in the middle. */
    private record Reader(Socket socket, BufferedReader lines) {

        static Reader open(URI server, String path) throws IOException {
            Socket socket = new Socket(server.getHost(), server.getPort());
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new Reader(
                    socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        }

        /** Reads so many events, fewer if the stream ends; returns how many. */
        int read(int most) throws IOException {
            int events = 0;
            while (events < most) {
                String line = lines.readLine();
                if (line == null || line.equals("0")) {
                    return events;
                }
                events += line.startsWith("data:") ? 1 : 0;
            }
            return events;
        }
    }

    private static int round(URI server, String path, int readers) throws IOException {
        int events = 0;
        List<Reader> all = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            // One in four follows all conversations, as the panel's lists do.
            all.add(Reader.open(server, i % 4 == 3 ? "/v1/events" : path));
        }
        for (Reader reader : all) {
            events += reader.read(1);
        }
        for (int i = 0; i < readers; i += 2) {
            events += all.get(i).read(EVENTS);
        }
        for (Reader reader : all) {
            reader.socket().close();
        }
        return events;
    }

    private static void awaitNoStream(ServedProcess served) throws IOException, InterruptedException {
        Instant last = Instant.now().plus(PATIENCE);
        while (!served.get("/metrics").contains("pith_http_streams_open 0.0")) {
            if (Instant.now().isAfter(last)) {
                throw new IOException("streams are still open after " + PATIENCE);
            }
            Thread.sleep(500);
        }
    }
}
