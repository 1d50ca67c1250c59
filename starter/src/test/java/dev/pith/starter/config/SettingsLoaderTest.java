package dev.pith.starter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.OnModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {

    @TempDir
    Path home;

    @Test
    void defaultsAreThoseOfThePlanner() {
        assertThat(load(Map.of(), Map.of()).sizes()).isEqualTo(Sizes.defaults());
    }

    @Test
    void aFlagBeatsTheEnvironmentAndThatBeatsTheFile() throws IOException {
        Files.writeString(home.resolve("pith.toml"), "tail_turns = 3\nconcurrency = 5\nchunk_max_tokens = 50_000\n");
        Settings settings =
                load(Map.of(Setting.TAIL_TURNS, "7"), Map.of("PITH_TAIL_TURNS", "4", "PITH_CONCURRENCY", "6"));

        assertThat(settings.number(Setting.TAIL_TURNS)).isEqualTo(7);
        assertThat(settings.get(Setting.TAIL_TURNS).source()).isEqualTo("flag --tail-turns");
        assertThat(settings.number(Setting.CONCURRENCY)).isEqualTo(6);
        assertThat(settings.get(Setting.CONCURRENCY).source()).isEqualTo("environment PITH_CONCURRENCY");
        assertThat(settings.number(Setting.CHUNK_MAX_TOKENS)).isEqualTo(50_000);
        assertThat(settings.get(Setting.CHUNK_MAX_TOKENS).source()).endsWith("pith.toml");
    }

    @Test
    void aVariableThatIsSetToNothingSaysNothing() {
        assertThat(load(Map.of(), Map.of("PITH_TAIL_TURNS", "", "PITH_CONFIG", ""))
                        .sizes())
                .isEqualTo(Sizes.defaults());
    }

    @Test
    void logFormat_isTextOrJson() {
        assertThat(load(Map.of(), Map.of()).jsonLogs()).isFalse();
        assertThat(load(Map.of(), Map.of("PITH_LOG_FORMAT", "json")).jsonLogs()).isTrue();
        Settings wrong = load(Map.of(), Map.of("PITH_LOG_FORMAT", "xml"));
        assertThatThrownBy(wrong::jsonLogs).hasMessageContaining("log_format must be text or json but is \"xml\"");
    }

    @Test
    void tracesGoToAUrlOrWhereOpenTelemetrySays() {
        assertThat(load(Map.of(), Map.of()).tracesEndpoint()).isEmpty();
        for (String endpoint : List.of("otel", "http://127.0.0.1:4318", "https://collector.example.com/v1/traces")) {
            assertThat(load(Map.of(), Map.of("PITH_TRACES_ENDPOINT", endpoint)).tracesEndpoint())
                    .contains(endpoint);
        }
        for (String endpoint :
                List.of("4318", "localhost:4318", "grpc://x:4317", "http://me:key@x", "http://x?y", "http:// x")) {
            Settings wrong = load(Map.of(), Map.of("PITH_TRACES_ENDPOINT", endpoint));
            assertThatThrownBy(wrong::tracesEndpoint)
                    .hasMessageContaining("traces_endpoint must be off, otel, or a URL such as http://127.0.0.1:4318");
        }
    }

    @Test
    void everySettingCanComeFromTheEnvironment() {
        for (Setting setting : Setting.values()) {
            String value = setting == Setting.HOME ? home.toString() : "12345";
            Settings settings = load(Map.of(), Map.of(setting.variable(), value));
            assertThat(settings.text(setting)).contains(value);
        }
    }

    @Test
    void anUnknownKeyIsNamedWithThoseThatAreKnown() throws IOException {
        Files.writeString(home.resolve("pith.toml"), "tail_turn = 3\n");

        assertThatThrownBy(() -> load(Map.of(), Map.of()))
                .hasMessageContaining("pith.toml sets tail_turn")
                .hasMessageContaining("tail_turns");
    }

    @Test
    void aFileThatIsNotTomlIsNamedWithItsLine() throws IOException {
        Files.writeString(home.resolve("pith.toml"), "tail_turns = 3\n= 4\n");

        assertThatThrownBy(() -> load(Map.of(), Map.of())).hasMessageContaining("is not TOML: line 2");
    }

    @Test
    void aPasswordIsNeverTakenFromAFile() throws IOException {
        Files.writeString(home.resolve("pith.toml"), "jdbc_password = \"x\"\n");

        assertThatThrownBy(() -> load(Map.of(), Map.of())).hasMessageContaining("jdbc_password");
    }

    @Test
    void aNumberThatIsNoneIsNamedWithItsSource() {
        Settings settings = load(Map.of(), Map.of("PITH_CONCURRENCY", "many"));

        assertThatThrownBy(() -> settings.number(Setting.CONCURRENCY))
                .hasMessage("concurrency must be a whole number but is \"many\" (environment PITH_CONCURRENCY)");
    }

    @Test
    void impossibleSizesNameTheRule() {
        Settings settings = load(Map.of(), Map.of("PITH_TAIL_TURNS", "0"));

        assertThatThrownBy(settings::sizes).hasMessageContaining("tailTurns is 0, must be at least 1");
    }

    @Test
    void whatHoldsWhileAModelFailsHasDefaults() {
        Settings settings = load(Map.of(), Map.of());

        assertThat(settings.text(Setting.DEFAULT_MODEL)).contains("extractive");
        assertThat(settings.onModelFailure()).isEqualTo(OnModelFailure.DEGRADE);
        assertThat(settings.duration(Setting.MODEL_PATIENCE)).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.modelAttempts()).isEqualTo(6);
        assertThat(settings.share(Setting.LEDGER_SHARE)).isEqualTo(0.2);
    }

    @Test
    void durationsHaveUnitsOrAreSeconds() {
        Map<String, Duration> written = Map.of(
                "90", Duration.ofSeconds(90),
                "10s", Duration.ofSeconds(10),
                "500ms", Duration.ofMillis(500),
                "5m", Duration.ofMinutes(5),
                "24h", Duration.ofHours(24));

        written.forEach((text, duration) -> assertThat(
                        load(Map.of(), Map.of("PITH_MODEL_PATIENCE", text)).duration(Setting.MODEL_PATIENCE))
                .isEqualTo(duration));
        for (String wrong : List.of("0", "-1s", "25h", "1d", "s", "1.5m", "9999999999")) {
            Settings settings = load(Map.of(), Map.of("PITH_MODEL_PATIENCE", wrong));
            assertThatThrownBy(() -> settings.duration(Setting.MODEL_PATIENCE))
                    .hasMessage("model_patience must be a duration from 1ms to 24h, such as 10s or 5m but is \"" + wrong
                            + "\" (environment PITH_MODEL_PATIENCE)");
        }
    }

    @Test
    void wrongSharesAttemptsAndWordsNameTheRule() {
        for (String wrong : List.of("-0.1", "1.1", "NaN", "half")) {
            Settings settings = load(Map.of(), Map.of("PITH_LEDGER_SHARE", wrong));
            assertThatThrownBy(() -> settings.share(Setting.LEDGER_SHARE))
                    .hasMessageStartingWith("ledger_share must be a number from 0 to 0.5 but is \"" + wrong);
        }
        for (String wrong : List.of("0", "101", "six")) {
            Settings settings = load(Map.of(), Map.of("PITH_MODEL_ATTEMPTS", wrong));
            assertThatThrownBy(settings::modelAttempts).hasMessageStartingWith("model_attempts must be ");
        }
        Settings settings = load(Map.of(), Map.of("PITH_ON_MODEL_FAILURE", "panic"));
        assertThatThrownBy(settings::onModelFailure)
                .hasMessageStartingWith("on_model_failure must be degrade or keep but is \"panic\"");
        assertThat(load(Map.of(), Map.of("PITH_ON_MODEL_FAILURE", "keep")).onModelFailure())
                .isEqualTo(OnModelFailure.KEEP);
    }

    @Test
    void aNamedFileThatIsMissingIsAnError() {
        assertThatThrownBy(() -> load(Map.of(), Map.of("PITH_CONFIG", "/nowhere/pith.toml")))
                .hasMessageContaining("/nowhere/pith.toml");
    }

    private Settings load(Map<Setting, String> flags, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("PITH_HOME", home.toString());
        return new SettingsLoader(flags, all).load();
    }
}
