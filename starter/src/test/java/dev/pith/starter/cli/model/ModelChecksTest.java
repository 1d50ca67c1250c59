package dev.pith.starter.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.config.SettingsLoader;
import dev.pith.starter.runtime.Check;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
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

    private List<Check> checks(String variable, String value, String chosen) {
        Map<String, String> environment = new HashMap<>(
                Map.of("PITH_MODELS_LOCAL_BASE_URL", server.url("/v1").toString(), "PITH_MODELS_LOCAL_MODEL", "m"));
        environment.put(variable, value);
        return new ModelChecks(new SettingsLoader(Map.of(), environment).load().models(), chosen).all();
    }
}
