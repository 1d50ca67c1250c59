package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.testing.DeadPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls to an endpoint that only a proxy reaches. */
@Timeout(20)
class ProxiedCallTest extends Fixture {

    private static final String PLAIN = "http://models.invalid/v1";
    private static final String SECURE = "https://models.invalid/v1";
    /** Of mira:tide line. */
    private static final String CREDENTIALS = "Basic bWlyYTp0aWRlIGxpbmU=";

    @TempDir
    Path directory;

    private final DeadPort nobody = new DeadPort();
    private @Nullable ModelClients own;

    @AfterEach
    void closeOwn() throws IOException {
        nobody.close();
        if (own != null) {
            own.close();
        }
    }

    private ModelCall call(String url, Map<String, String> environment) {
        own = new ModelClients(variable -> Optional.of(KEY), Dialects.inMemory(), environment);
        return own.of(OverTheNetwork.profile(url, true, PATIENT)).newCall(REQUEST);
    }

    private void answer() {
        server.enqueue(Shape.OPENAI_STREAM.answer("twelve words", "stop"));
    }

    /** The server of this test as a proxy. */
    private String proxy() {
        return "127.0.0.1:" + server.getPort();
    }

    @Test
    void httpProxy_getsCallsToHttpEndpoints() {
        for (String variable : new String[] {"HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"}) {
            answer();
            assertThat(call(PLAIN, Map.of(variable, "http://" + proxy()))
                            .execute()
                            .text())
                    .isEqualTo("twelve words");
            RecordedRequest request = sent();
            assertThat(request.getTarget()).isEqualTo("http://models.invalid/v1/chat/completions");
            assertThat(request.getHeaders().get("Host")).isEqualTo("models.invalid");
        }
    }

    @Test
    void httpsProxy_isNotUsedForHttpEndpoints() {
        assertThat(failureOf(call(PLAIN, Map.of("HTTPS_PROXY", proxy()))))
                .hasMessage("no address is known for models.invalid: check the base URL and the network");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void noProxy_leavesTheProxyOut() {
        assertThat(failureOf(call(PLAIN, Map.of("HTTP_PROXY", proxy(), "NO_PROXY", ".invalid"))))
                .hasMessageStartingWith("no address is known for models.invalid");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void localServer_isNeverProxied() throws IOException {
        answer();
        String dead = "127.0.0.1:" + nobody.number();
        assertThat(call(url(), Map.of("HTTP_PROXY", dead, "HTTPS_PROXY", dead, "ALL_PROXY", dead))
                        .execute()
                        .text())
                .isEqualTo("twelve words");
    }

    @Test
    void httpsProxy_tunnelsWithItsCredentials() throws IOException {
        SelfMade made = new SelfMade();
        made.serve(server, "models.invalid");
        answer();
        try (ForwardProxy proxy = new ForwardProxy(server.getPort(), CREDENTIALS)) {
            Map<String, String> environment = Map.of(
                    "HTTPS_PROXY",
                    "http://mira:tide%20line@" + proxy.address(),
                    "SSL_CERT_FILE",
                    made.write(directory.resolve("ca.pem")).toString());
            assertThat(call(SECURE, environment).execute().text()).isEqualTo("twelve words");
            assertThat(proxy.asked()).contains("CONNECT models.invalid:443 HTTP/1.1");
        }
        assertThat(sent().getHeaders().get("Proxy-Authorization")).isNull();
    }

    @Test
    void proxyThatWantsAnotherUser_isASettingToMend() throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(server.getPort(), CREDENTIALS)) {
            ModelFailure nobody = failureOf(call(SECURE, Map.of("HTTPS_PROXY", proxy.address())));
            assertThat(nobody.kind()).isEqualTo(Kind.NETWORK_SETTINGS);
            assertThat(nobody)
                    .hasMessage("the proxy " + proxy.address() + " asks for a user and a password:"
                            + " set HTTPS_PROXY to http://user:password@host:port");

            ModelFailure other = failureOf(call(SECURE, Map.of("https_proxy", "http://mira:ebb@" + proxy.address())));
            assertThat(other).hasMessageStartingWith("the proxy " + proxy.address() + " refuses its user or password");
            assertThat(other.words()).doesNotContain("ebb");
        }
    }

    @Test
    void proxyOfHttpThatWantsAUser_isASettingToMendAndUnpaid() {
        server.enqueue(new MockResponse.Builder()
                .code(407)
                .addHeader("Proxy-Authenticate", "Basic realm=\"p\"")
                .build());
        ModelFailure failure = failureOf(call(PLAIN, Map.of("HTTP_PROXY", proxy())));
        assertThat(failure.kind()).isEqualTo(Kind.NETWORK_SETTINGS);
        assertThat(failure.begun()).isFalse();
        assertThat(failure).hasMessageContaining("set HTTP_PROXY to http://user:password@host:port");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void variableThatIsNoProxy_isNamedWithoutItsValue() {
        ModelFailure failure = failureOf(call(SECURE, Map.of("HTTPS_PROXY", "socks5://mira:tide@proxy.example")));
        assertThat(failure.kind()).isEqualTo(Kind.NETWORK_SETTINGS);
        assertThat(failure.words())
                .startsWith("HTTPS_PROXY is no address of the form")
                .doesNotContain("mira");
    }

    @Test
    void proxyThatIsAway_isNamed() throws IOException {
        String dead = "127.0.0.1:" + nobody.number();
        ModelFailure failure = failureOf(call(SECURE, Map.of("HTTPS_PROXY", dead)));
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure.words()).startsWith("no connection to models.invalid through the proxy " + dead + ": ");

        Map<String, String> unknown = new HashMap<>(Map.of("HTTPS_PROXY", "proxy.invalid:3128"));
        assertThat(failureOf(call(SECURE, unknown)))
                .hasMessage("no address is known for the proxy proxy.invalid:3128: check HTTPS_PROXY and HTTP_PROXY");
    }
}
