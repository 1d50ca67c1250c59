package dev.pith.starter.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics of a process, as Prometheus gets them. */
record Scrape(String text) {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{.*})? \\S+$");
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) \\S+$");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Scrape of(String url) {
        HttpResponse<String> response = get(url + "/metrics");
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return new Scrape(response.body());
    }

    static HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The names of all samples, with their suffixes. */
    Set<String> samples() {
        return names(SAMPLE);
    }

    /** The names of all metrics, as a person says them. */
    Set<String> families() {
        return names(FAMILY);
    }

    private Set<String> names(Pattern pattern) {
        return pattern.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    /** The sum of the samples of a name whose labels contain all of these; not a number without any. */
    double value(String name, String... labels) {
        return Pattern.compile("(?m)^" + name + "(\\{.*})? (\\S+)$")
                .matcher(text)
                .results()
                .filter(sample -> hasAll(sample, labels))
                .mapToDouble(sample -> Double.parseDouble(sample.group(2)))
                .reduce((one, other) -> one + other)
                .orElse(Double.NaN);
    }

    private static boolean hasAll(MatchResult sample, String... labels) {
        String given = String.valueOf(sample.group(1));
        for (String label : labels) {
            if (!given.contains(label)) {
                return false;
            }
        }
        return true;
    }
}
