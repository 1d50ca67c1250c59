package dev.pith.starter.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.starter.runtime.Platform;
import dev.pith.starter.runtime.StartupProgress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialDownloadTest {

    private static final Platform LINUX = new Platform("linux", "x86_64", false);

    @TempDir
    Path directory;

    Path work;

    @BeforeEach
    void makeWork() throws IOException {
        work = Files.createDirectory(directory.resolve("work"));
    }

    private Path fetch(String site, Map<String, String> environment) throws IOException {
        return new OfficialDownload(site, "1.9.1", LINUX, environment).fetch(work, StartupProgress.SILENT);
    }

    @Test
    void asksForThePlatformAndTakesOnlyTheProgram() throws Exception {
        try (Offered offered = new Offered(directory)) {
            assertThat(fetch(offered.url(), Map.of())).hasBinaryContent(Offered.PROGRAM);
            assertThat(offered.site.takeRequest().getTarget())
                    .isEqualTo("/cli/v1.9.1?platform=linux&arch=amd64&format=tar.gz");
            assertThat(work).isDirectoryNotContaining("glob:**LICENSE");
        }
    }

    @Test
    void saysWhatTheSiteAnswered() throws Exception {
        try (MockWebServer site = new MockWebServer()) {
            site.enqueue(new MockResponse.Builder().code(404).build());
            site.start();
            assertThatThrownBy(() -> fetch(site.url("").toString().replaceFirst("/$", ""), Map.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("it answered 404 for ");
        }
    }

    @Test
    void aSiteThatCannotBeReachedIsGivenUp() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> fetch("http://127.0.0.1:" + port, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + port);
        assertThatThrownBy(() -> fetch("http://no-such-host.invalid", Map.of()))
                .hasMessage("its name is not known here (no network?)");
    }

    @Test
    void aSiteThatKeepsSilentIsGivenUpWithinSeconds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> fetch("http://127.0.0.1:" + silent.getLocalPort(), Map.of()))
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(9));
        }
    }

    @Test
    void goesThroughTheProxyOfTheEnvironmentWithItsCredentials() throws Exception {
        try (Offered offered = new Offered(directory);
                MockWebServer proxy = new MockWebServer()) {
            proxy.enqueue(new MockResponse.Builder()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"harbor\"")
                    .build());
            proxy.enqueue(new MockResponse.Builder().body("{}").build());
            proxy.start();
            String variable = "http://mira:tide%20line@127.0.0.1:" + proxy.getPort();
            assertThatThrownBy(() -> fetch("http://temporal.example", Map.of("http_proxy", variable)))
                    .hasMessage("it does not say where the archive is");
            assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNull();
            RecordedRequest again = proxy.takeRequest();
            assertThat(again.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic bWlyYTp0aWRlIGxpbmU=");
            assertThat(again.getHeaders().get("Host")).isEqualTo("temporal.example");

            assertThat(fetch(offered.url(), Map.of("HTTP_PROXY", variable, "NO_PROXY", "localhost,127.0.0.1")))
                    .hasBinaryContent(Offered.PROGRAM);
        }
    }

    @Test
    void aVariableThatIsNoProxyIsToldWithoutItsValue() {
        assertThatThrownBy(() ->
                        fetch("https://temporal.invalid", Map.of("HTTPS_PROXY", "socks5://mira:tide@proxy.example")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("HTTPS_PROXY is no address of the form")
                .hasMessageNotContaining("mira");
    }

    @Test
    void trustsTheCertificatesOfSslCertFile() throws Exception {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        try (MockWebServer site = new MockWebServer()) {
            site.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(own)
                    .build()
                    .sslSocketFactory());
            site.enqueue(new MockResponse.Builder().code(404).build());
            site.start();
            String url = "https://localhost:" + site.getPort();
            Path file = Files.writeString(directory.resolve("ca.pem"), own.certificatePem());

            assertThatThrownBy(() -> fetch(url, Map.of()))
                    .hasMessage("its certificate is not trusted here: name the one that signed it in SSL_CERT_FILE");
            assertThatThrownBy(() -> fetch(url, Map.of("SSL_CERT_FILE", file + ".none")))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("SSL_CERT_FILE names " + file + ".none, which cannot be read");
            assertThatThrownBy(() -> fetch(url, Map.of("SSL_CERT_FILE", file.toString())))
                    .hasMessageContaining("it answered 404 for ");
        }
    }
}
