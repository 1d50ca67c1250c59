package dev.pith.starter.runtime;

import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.testing.internal.devserver.TemporalDevServerDownloader;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the {@code temporal} program: on the PATH, else downloaded into the home, else not at all. */
final class TemporalBinary {

    static final String VERSION = "1.9.1";

    private static final String SITE = "https://temporal.download";
    private static final int CONNECT_MILLIS = 5000;

    private TemporalBinary() {}

    /** The program, or why there is none; exactly one of the two. */
    record Found(Optional<Path> program, String whyNot) {}

    static Found find(Home home, StackOptions options, Progress progress) {
        Optional<Path> onPath = Shell.find("temporal", options.searchPath()).map(File::toPath);
        if (onPath.isPresent()) {
            return new Found(onPath, "");
        }
        Optional<Path> cached = prepare(home, false).program();
        if (cached.isPresent()) {
            return new Found(cached, "");
        }
        if (!options.download()) {
            return new Found(Optional.empty(), "there is no temporal on the PATH, and downloading it is turned off");
        }
        progress.step("Downloading Temporal " + VERSION + " (once)");
        Optional<String> unreachable = unreachable();
        if (unreachable.isPresent()) {
            return new Found(
                    Optional.empty(),
                    "there is no temporal on the PATH, and " + site() + " cannot be reached: " + unreachable.get());
        }
        return prepare(home, true);
    }

    private static Found prepare(Home home, boolean download) {
        TemporalDevServerOptions options = TemporalDevServerOptions.newBuilder()
                .setDownloadVersion("v" + VERSION)
                .setDownloadDestination(home.temporal().resolve("download").toString())
                .setDownloadEnabled(download)
                .build();
        try {
            return new Found(Optional.of(TemporalDevServerDownloader.prepare(options)), "");
        } catch (IllegalStateException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Found(
                    Optional.empty(),
                    "there is no temporal on the PATH, and its download failed: " + cause.getMessage());
        }
    }

    /** The SDK's download has no short timeout: a machine without a network shall not wait for it. */
    private static Optional<String> unreachable() {
        try {
            URL url = URI.create(site()).toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(CONNECT_MILLIS);
            connection.setRequestMethod("HEAD");
            connection.getResponseCode();
            connection.disconnect();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static String site() {
        return System.getProperty("io.temporal.testing.devServerDownloadBaseUrl", SITE);
    }
}
