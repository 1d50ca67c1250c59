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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelProfilesTest {

    /** Looks like a key of OpenAI, and never was one. */
    private static final String KEY = "sk-" + "Ab1".repeat(8) + "Zy9Xw8Vu7";

    @TempDir
    Path home;

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
                        true));
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
                        false));
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
    void anUnknownNameIsRefusedWithThoseThatAreKnown() {
        ModelProfiles models = load("[models.a]\nmodel = \"m\"\n", Map.of());

        assertThatThrownBy(() -> models.find("b"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("no model \"b\": known are extractive, a; describe it in pith.toml under [models.b]");
    }

    @Test
    void anUnknownKeyIsRefusedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> find("modell = \"m\"", Map.of()))
                .hasMessageContaining("pith.toml [models.a] sets modell")
                .hasMessageContaining("context_window");
        assertThatThrownBy(() -> load("", Map.of("PITH_MODELS_A_MODELL", "m")))
                .hasMessageContaining("PITH_MODELS_A_MODELL names no key of a model")
                .hasMessageContaining("base_url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_key", "apikey", "key", "token", "auth_token", "client_secret", "password"})
    void aKeyInTheFileIsRefusedWithTheCureAndNotShown(String name) {
        assertThatThrownBy(() -> find(name + " = \"" + KEY + "\"", Map.of()))
                .hasMessageContaining("pith.toml [models.a] sets " + name)
                .hasMessageContaining("let api_key_env name that variable")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void aKeyInAVariableOfPithIsRefusedToo() {
        assertThatThrownBy(() -> load("", Map.of("PITH_MODELS_A_API_KEY", KEY)))
                .hasMessageContaining("PITH_MODELS_A_API_KEY is set")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void aKeyWhereAVariablesNameBelongsIsNotShown() {
        String likeAName = "gh" + "p_" + "aB3dE5fG7h".repeat(4);
        for (String key : new String[] {KEY, likeAName}) {
            ModelProfiles models = load("[models.a]\nmodel = \"m\"\napi_key_env = \"" + key + "\"\n", Map.of());

            assertThatThrownBy(() -> models.find("a"))
                    .hasMessageContaining("must be the name of an environment variable")
                    .hasMessageNotContaining(key);
            assertThat(models.tables().get(1).shown(ModelKey.API_KEY_ENV)).isEqualTo("(not shown, it may be a key)");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider = 'azure'             | provider is \"azure\" | openai, anthropic or extractive",
                "base_url = 'localhost:8080'    | base_url is \"localhost:8080\" | http:// or https://",
                "base_url = 'ftp://host/v1'     | base_url is \"ftp://host/v1\" | http:// or https://",
                "base_url = 'http://h/v1?a=b'   | base_url is | a query",
                "base_url = 'http://u:p4ssw@h/v1/chat/completions' | base_url is \"http://h/v1/chat/completions\" | name the call",
                "context_window = 999           | context_window is \"999\" | at least 1000",
                "context_window = 'much'        | context_window is \"much\" | whole number",
                "max_output = 99                | max_output is \"99\" | at least 100",
                "concurrency = 0                | concurrency is \"0\" | 1 to 64",
                "concurrency = 65               | concurrency is \"65\" | 1 to 64",
                "concurrency = ''               | concurrency is \"\" | 1 to 64",
                "requests_per_minute = 0        | requests_per_minute is \"0\" | at least 1",
                "price_input = -1               | price_input is \"-1\" | 0 or more",
                "price_input = 1                | price_output is not set | set price_output",
                "price_output = 1               | price_input is not set | set price_input",
                "connect_timeout = 0            | connect_timeout is \"0\" | 1ms to 24h",
                "idle_timeout = '25h'           | idle_timeout is \"25h\" | 1ms to 24h",
                "total_timeout = '5 minutes'    | total_timeout is \"5 minutes\" | such as 10s",
                "temperature = 2.5              | temperature is \"2.5\" | from 0 to 2",
                "reasoning_effort = 'very low'  | reasoning_effort is \"very low\" | one word",
                "streaming = 'maybe'            | streaming is \"maybe\" | true or false",
            })
    void aWrongValueIsNamedWithProfileKeySourceAndRule(String line, String value, String rule) {
        String toml = "model = \"m\"\n" + line.replace("'", "\"");

        assertThatThrownBy(() -> find(toml, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("model a: " + value)
                .hasMessageContaining(rule)
                .hasMessageNotContaining("p4ssw");
    }

    @Test
    void aWrongValueNamesTheFileOrTheVariable() {
        assertThatThrownBy(() -> find("model = \"m\"\nconcurrency = 0", Map.of()))
                .hasMessageContaining("(" + home.resolve("pith.toml") + ")");
        assertThatThrownBy(() -> find("model = \"m\"", Map.of("PITH_MODELS_A_CONCURRENCY", "0")))
                .hasMessageContaining("(environment PITH_MODELS_A_CONCURRENCY)");
        assertThatThrownBy(() -> find("concurrency = 1", Map.of()))
                .hasMessage("model a: model is not set, but a model's name is needed: set model");
    }

    @Test
    void anthropicHasItsOwnRules() {
        assertThatThrownBy(() -> find("provider = \"anthropic\"\nmodel = \"m\"\ntemperature = 1.5", Map.of()))
                .hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> find(
                        "provider = \"anthropic\"\nmodel = \"m\"\nbase_url = \"https://api.anthropic.com/v1\"",
                        Map.of()))
                .hasMessageContaining("must not end in /v1");
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> load("models = 3\n", Map.of())).hasMessageContaining("[models.NAME]");
        assertThatThrownBy(() -> load("models.a = 3\n", Map.of())).hasMessageContaining("models.a");
        assertThatThrownBy(() -> load("[models.\"a b\"]\nmodel = \"m\"\n", Map.of()))
                .hasMessageContaining("letters, digits");
        assertThatThrownBy(() -> load("[models.a]\nmodel = [\"m\"]\n", Map.of()))
                .hasMessageContaining("must be a single value");
        assertThatThrownBy(() -> load("[models.a-b]\nmodel = \"m\"\n[models.a_b]\nmodel = \"m\"\n", Map.of()))
                .hasMessageContaining("rename one");
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
        assertThat(examples).isEqualTo(9);
    }

    @Test
    void aUrlIsShownWithoutUserAndPassword() {
        assertThat(BaseUrl.shown("https://u:p@h:1/v1@x")).isEqualTo("https://h:1/v1@x");
        assertThat(BaseUrl.shown("https://h/v1")).isEqualTo("https://h/v1");
    }

    private ModelProfile find(String table, Map<String, String> environment) {
        return load("[models.a]\n" + table + "\n", environment).find("a").orElseThrow();
    }

    private ModelProfiles load(String toml, Map<String, String> environment) {
        try {
            Files.writeString(home.resolve("pith.toml"), toml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, String> all = new HashMap<>(environment);
        all.put("PITH_HOME", home.toString());
        return new SettingsLoader(Map.of(), all).load().models();
    }
}
