package dev.pith.starter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a profile is told by name, rule and cure, and no key is shown. */
class RefusedProfilesTest extends ProfilesTest {

    /** Looks like a key of OpenAI, and never was one. */
    private static final String KEY = "sk-" + "Ab1".repeat(8) + "Zy9Xw8Vu7";

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
}
