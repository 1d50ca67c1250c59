package dev.pith.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code pith serve} in a process and a home of its own, asked over HTTP. */
final class ServedProcess implements AutoCloseable {

    private static final String LISTENS = "Panel and API: ";

    private final Path home = Files.createTempDirectory("pith-bench-");
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    ServedProcess(String settings) throws IOException {
        Machine.describe();
        Files.writeString(home.resolve("pith.toml"), settings);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.pith.starter.cli.Pith",
                        "serve",
                        "--listen",
                        "0",
                        "--home",
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.startsWith(LISTENS)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("pith serve did not start");
        }
        url = line.substring(LISTENS.length());
    }

    Path home() {
        return home;
    }

    URI address() {
        return URI.create(url);
    }

    long pid() {
        return process.pid();
    }

    HttpClient client() {
        return client;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    /** Sends a request and returns the body of its answer, which must be a success. */
    String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    String get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    String post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** Opens a conversation; returns its id. */
    String open(String key) throws IOException, InterruptedException {
        return field(post("/v1/conversations", "{\"key\":\"" + key + "\"}"), "id");
    }

    /** Returns the processor time that the server took, without its PostgreSQL and Temporal. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns the memory that the server holds now, in MB. */
    long residentMegabytes() throws IOException {
        return Machine.memory(process.pid(), "VmRSS:");
    }

    static String field(String json, String name) throws IOException {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
        if (!matcher.find()) {
            throw new IOException("no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        Bench.delete(home);
    }
}
