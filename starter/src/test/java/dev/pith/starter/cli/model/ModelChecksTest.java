package dev.pith.starter.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.testing.DeadPort;
import dev.pith.starter.config.SettingsLoader;
import dev.pith.starter.runtime.Check;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelChecksTest {

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
        MockResponse models = new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body("{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"max_model_len\":16384}]}")
                .build();
        // Whether it can be reached, and its window.
        server.enqueue(models);
        server.enqueue(models);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerThatServesLessThanItsProfileReckonsWithIsAProblem() {
        Check check =
                checks("PITH_MODELS_LOCAL_CONTEXT_WINDOW", "32768", "local").get(0);
        assertThat(check.ok()).isFalse();
        assertThat(check.detail()).contains("16,384").contains("32,768");
        assertThat(check.cure()).contains("context_window = 16384");
    }

    @Test
    void oneThatServesItIsWell() {
        assertThat(checks("PITH_MODELS_LOCAL_CONTEXT_WINDOW", "16384", "local")
                        .get(0)
                        .ok())
                .isTrue();
    }

    @Test
    void aKeyMustBeSetOnlyForTheModelThatIsAsked() {
        assertThat(checks("PITH_MODELS_LOCAL_API_KEY_ENV", "NO_SUCH_KEY", "local")
                        .get(0)
                        .ok())
                .isFalse();
        assertThat(checks("PITH_MODELS_LOCAL_API_KEY_ENV", "NO_SUCH_KEY", "extractive")
                        .get(0)
                        .ok())
                .isTrue();
    }

    @Test
    void untrustedCertificate_isAProblemOfAnyModel() throws IOException {
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(new HeldCertificate.Builder()
                            .addSubjectAlternativeName("localhost")
                            .build())
                    .build()
                    .sslSocketFactory());
            secure.start();
            String url = "https://localhost:" + secure.getPort() + "/v1";
            Check check =
                    checks("PITH_MODELS_LOCAL_BASE_URL", url, "extractive").get(0);
            assertThat(check.ok()).isFalse();
            assertThat(check.detail()).contains("is not trusted", "ca_file of the model, or in SSL_CERT_FILE");
            assertThat(check.cure()).contains("docs/models.md");
        }
    }

    @Test
    void serverThatIsAway_isAProblemOfTheModelThatIsAsked() throws IOException {
        try (DeadPort dead = new DeadPort()) {
            String url = "http://localhost:" + dead.number() + "/v1";
            Check asked = checks("PITH_MODELS_LOCAL_BASE_URL", url, "local").get(0);
            assertThat(asked.ok()).isFalse();
            assertThat(asked.detail()).startsWith("no connection to localhost:");
            Check other =
                    checks("PITH_MODELS_LOCAL_BASE_URL", url, "extractive").get(0);
            assertThat(other.ok()).isTrue();
            assertThat(other.detail()).startsWith("does not answer now: no connection to localhost:");
        }
    }

    private List<Check> checks(String variable, String value, String chosen) {
        Map<String, String> environment = new HashMap<>(
                Map.of("PITH_MODELS_LOCAL_BASE_URL", server.url("/v1").toString(), "PITH_MODELS_LOCAL_MODEL", "m"));
        environment.put(variable, value);
        return new ModelChecks(new SettingsLoader(Map.of(), environment).load().models(), chosen).all();
    }
}
