package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalBinaryTest {

    private static final String SITE = "io.temporal.testing.devServerDownloadBaseUrl";

    private static final StackOptions NOT_ON_PATH = StackOptions.both("test").withSearchPath("/nowhere");

    @TempDir
    Path directory;

    Home home;

    @BeforeEach
    void makeHome() {
        home = new Home(directory.resolve("home")).create();
    }

    @AfterEach
    void usualSite() {
        System.clearProperty(SITE);
    }

    @Test
    void theOneOnThePathComesFirst() {
        assertThat(TemporalBinary.find(home, StackOptions.both("test"), Progress.SILENT)
                        .program())
                .isPresent();
    }

    @Test
    void saysThatTheSiteCannotBeReached() {
        System.setProperty(SITE, "http://127.0.0.1:" + Ports.free(0));
        TemporalBinary.Found found = TemporalBinary.find(home, NOT_ON_PATH, Progress.SILENT);
        assertThat(found.program()).isEmpty();
        assertThat(found.whyNot()).contains("no temporal on the PATH").contains("cannot be reached");
    }

    @Test
    void isDownloadedOnceAndThenFoundWithoutANetwork() throws IOException {
        HttpServer site = site();
        try {
            System.setProperty(SITE, "http://127.0.0.1:" + site.getAddress().getPort());
            Path program = TemporalBinary.find(home, NOT_ON_PATH, Progress.SILENT)
                    .program()
                    .orElseThrow();
            assertThat(program).startsWith(home.root()).isExecutable().hasContent("#!/bin/sh\n");
            site.stop(0);
            assertThat(TemporalBinary.find(home, NOT_ON_PATH, Progress.SILENT).program())
                    .contains(program);
        } finally {
            site.stop(0);
        }
    }

    @Test
    void saysWhatTheSiteAnswered() throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.start();
        try {
            System.setProperty(SITE, "http://127.0.0.1:" + site.getAddress().getPort());
            assertThat(TemporalBinary.find(home, NOT_ON_PATH, Progress.SILENT).whyNot())
                    .contains("download failed")
                    .contains("404");
        } finally {
            site.stop(0);
        }
    }

    private static HttpServer site() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        serve(
                server,
                "/cli/",
                "{\"archiveUrl\":\"%s/archive.tar.gz\",\"fileToExtract\":\"temporal\"}"
                        .formatted(base)
                        .getBytes(StandardCharsets.UTF_8));
        serve(server, "/archive.tar.gz", archive());
        server.start();
        return server;
    }

    private static void serve(HttpServer server, String path, byte[] body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private static byte[] archive() throws IOException {
        byte[] program = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry("temporal");
            entry.setSize(program.length);
            entry.setMode(0755);
            tar.putArchiveEntry(entry);
            tar.write(program);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
