package dev.pith.starter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Prices;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelProfilesTest extends ProfilesTest {

    /** Looks like a key of OpenAI, and never was one. */
    private static final String KEY = "sk-" + "Ab1".repeat(8) + "Zy9Xw8Vu7";

    @Test
    void extractiveIsThereWithoutAnyConfiguration() {
        ModelProfiles models = load("", Map.of());

        assertThat(models.find("extractive")).isEmpty();
        assertThat(models.tables()).extracting(ModelTable::name).containsExactly("extractive");
    }

    @Test
    void aModelAloneIsOneOfOpenAi() {
        assertThat(find("model = \"m\"", Map.of()))
                .isEqualTo(new ModelProfile(
                        "a",
                        Provider.OPENAI,
                        "https://api.openai.com/v1",
                        "m",
                        "OPENAI_API_KEY",
                        null,
                        null,
                        4,
                        null,
                        null,
                        Timeouts.defaults(),
                        null,
                        null,
                        true,
                        null));
    }

    @Test
    void everyKeyIsRead() {
        ModelProfile profile = find("""
                provider = "anthropic"
                base_url = "https://gateway.example.org/anthropic/"
                model = "m"
                api_key_env = "GATEWAY_KEY"
                context_window = 200_000
                max_output = 8000
                concurrency = 2
                requests_per_minute = 50
                price_input = 3
                price_cached_input = 0.3
                price_output = 15.5
                connect_timeout = 5
                first_byte_timeout = "10m"
                idle_timeout = "90s"
                total_timeout = "1h"
                temperature = 0.5
                reasoning_effort = "low"
                streaming = false
                ca_file = "/etc/ca.pem"
                """, Map.of());

        assertThat(profile)
                .isEqualTo(new ModelProfile(
                        "a",
                        Provider.ANTHROPIC,
                        "https://gateway.example.org/anthropic",
                        "m",
                        "GATEWAY_KEY",
                        200_000,
                        8_000,
                        2,
                        50,
                        new Prices(new BigDecimal("3"), new BigDecimal("0.3"), new BigDecimal("15.5")),
                        new Timeouts(
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(90),
                                Duration.ofHours(1)),
                        0.5,
                        "low",
                        false,
                        Path.of("/etc/ca.pem")));
    }

    @Test
    void aFileOfCertificatesIsAbsoluteOrInTheUsersHome() {
        Map<String, String> home = Map.of("HOME", "/home/mira");
        assertThat(find("model = \"m\"\nca_file = \"/etc/harbor/../ca.pem\"", home)
                        .caFile())
                .isEqualTo(Path.of("/etc/ca.pem"));
        assertThat(find("model = \"m\"\nca_file = \"~/ca.pem\"", home).caFile())
                .isEqualTo(Path.of("/home/mira/ca.pem"));
        assertThatThrownBy(() -> find("model = \"m\"\nca_file = \"ca.pem\"", home))
                .hasMessageContaining("model a: ca_file is \"ca.pem\"")
                .hasMessageEndingWith("must be an absolute path, or begin with ~/");
    }

    @Test
    void theProvidersOwnVariableSaysWhereItIs() {
        Map<String, String> urls =
                Map.of("OPENAI_BASE_URL", "http://localhost:8080/v1", "ANTHROPIC_BASE_URL", "http://localhost:9090");

        assertThat(find("model = \"m\"", urls).baseUrl()).isEqualTo("http://localhost:8080/v1");
        assertThat(find("model = \"m\"\nprovider = \"anthropic\"", urls).baseUrl())
                .isEqualTo("http://localhost:9090");
        assertThat(find("model = \"m\"\nbase_url = \"http://other/v1\"", urls).baseUrl())
                .isEqualTo("http://other/v1");
    }

    @Test
    void theDefaultKeyIsUsedElsewhereOnlyWhereItIsSet() {
        String elsewhere = "model = \"m\"\nbase_url = \"http://localhost:8080/v1\"";

        assertThat(find(elsewhere, Map.of()).keyVariable()).isNull();
        assertThat(find(elsewhere, Map.of("OPENAI_API_KEY", KEY)).keyVariable()).isEqualTo("OPENAI_API_KEY");
        assertThat(find("model = \"m\"\nprovider = \"anthropic\"", Map.of()).keyVariable())
                .isEqualTo("ANTHROPIC_API_KEY");
        assertThat(find("model = \"m\"\napi_key_env = \"\"", Map.of("OPENAI_API_KEY", KEY))
                        .keyVariable())
                .isNull();
    }

    @Test
    void aRoundPriceStaysAsItWasWritten() {
        assertThat(find("model = \"m\"\nprice_input = 10.0\nprice_output = 20.0", Map.of())
                        .prices())
                .isEqualTo(new Prices(BigDecimal.valueOf(10), BigDecimal.valueOf(10), BigDecimal.valueOf(20)));
    }

    @Test
    void cachedTokensCostWhatOthersDoUnlessItIsSaid() {
        assertThat(find("model = \"m\"\nprice_input = 0.25\nprice_output = 2", Map.of())
                        .prices())
                .isEqualTo(new Prices(new BigDecimal("0.25"), new BigDecimal("0.25"), new BigDecimal("2")));
    }

    @Test
    void theEnvironmentBeatsTheFileAndMakesModels() {
        ModelProfiles models = load(
                "[models.my-model]\nmodel = \"m\"\nconcurrency = 2\n",
                Map.of("PITH_MODELS_MY_MODEL_CONCURRENCY", "3", "PITH_MODELS_OTHER_ONE_MODEL", "n"));

        assertThat(models.find("my-model").orElseThrow()).satisfies(model -> {
            assertThat(model.concurrency()).isEqualTo(3);
            assertThat(model.model()).isEqualTo("m");
        });
        assertThat(models.find("other-one").orElseThrow().model()).isEqualTo("n");
        assertThat(models.find("other_one")).isEqualTo(models.find("OTHER-ONE"));
        ModelTable table = models.tables().get(1);
        assertThat(table.get(ModelKey.CONCURRENCY).source()).isEqualTo("environment PITH_MODELS_MY_MODEL_CONCURRENCY");
        assertThat(table.get(ModelKey.MODEL).source()).endsWith("pith.toml");
        assertThat(table.get(ModelKey.BASE_URL).source()).isEqualTo("default");
    }

    @Test
    void everyKeyCanComeFromTheEnvironment() {
        for (ModelKey key : ModelKey.values()) {
            ModelProfiles models = load("", Map.of("PITH_MODELS_A_" + key.name(), "12345"));
            assertThat(models.tables().get(1).get(key).value()).isEqualTo("12345");
        }
    }

    @Test
    void aTableMayStandForExtractiveToo() {
        ModelProfiles models = load("[models.none]\nprovider = \"extractive\"\n", Map.of());

        assertThat(models.find("none")).isEmpty();
        assertThatThrownBy(() -> load("[models.none]\nprovider = \"extractive\"\nmodel = \"m\"\n", Map.of()))
                .hasMessageContaining("model none: model is \"m\"")
                .hasMessageContaining("remove it");
        assertThatThrownBy(() -> load("[models.extractive]\nmodel = \"m\"\n", Map.of()))
                .hasMessageContaining("give the model another name");
    }

    @Test
    void theExamplesOfTheDocumentationAreProfiles() throws IOException {
        String[] blocks = Files.readString(Path.of("..", "docs", "models.md")).split("```", -1);
        int examples = 0;
        for (String block : blocks) {
            if (block.startsWith("toml\n")) {
                ModelProfiles models = load(block.substring("toml\n".length()), Map.of());
                assertThat(models.profile(models.tables().get(1))).isPresent();
                examples++;
            }
        }
        assertThat(examples).isEqualTo(10);
    }

    @Test
    void aUrlIsShownWithoutUserAndPassword() {
        assertThat(BaseUrlSetting.shown("https://u:p@h:1/v1@x")).isEqualTo("https://h:1/v1@x");
        assertThat(BaseUrlSetting.shown("https://h/v1")).isEqualTo("https://h/v1");
    }
}
