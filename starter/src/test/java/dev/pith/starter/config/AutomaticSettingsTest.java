package dev.pith.starter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.workflows.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of automatic compaction. */
class AutomaticSettingsTest {

    @TempDir
    Path home;

    @Test
    void nothingIsAutomatic_unlessItIsSet() {
        Settings settings = load("", Map.of());

        assertThat(settings.auto()).isFalse();
        assertThat(settings.strategy()).isEqualTo(Strategy.ROLLING);
        assertThat(settings.autoThreshold(null)).isEqualTo(0.85);
        assertThat(settings.globs(Setting.IGNORE_SESSIONS)).isEmpty();
        assertThat(settings.globs(Setting.STORE_ONLY_SESSIONS)).isEmpty();
    }

    @Test
    void theFileSetsThem() {
        Settings settings = load("""
                auto = true
                strategy = "layered"
                auto_threshold = 0.5
                ignore_sessions = ["/tmp/**", "~/scratch/**"]
                store_only_sessions = "*-archive"
                """, Map.of("HOME", "/home/ann"));

        assertThat(settings.auto()).isTrue();
        assertThat(settings.strategy()).isEqualTo(Strategy.LAYERED);
        assertThat(settings.autoThreshold(null)).isEqualTo(0.5);
        assertThat(settings.globs(Setting.IGNORE_SESSIONS)).containsExactly("/tmp/**", "/home/ann/scratch/**");
        assertThat(settings.globs(Setting.STORE_ONLY_SESSIONS)).containsExactly("*-archive");
    }

    @Test
    void inTheEnvironment_globsAreSeparatedByCommas() {
        assertThat(load("", Map.of("PITH_IGNORE_SESSIONS", "a*, b*,")).globs(Setting.IGNORE_SESSIONS))
                .isEqualTo(List.of("a*", "b*"));
    }

    @Test
    void aModelMayHaveItsOwnThreshold() {
        Settings settings = load("""
                auto_threshold = 0.7
                [models.near]
                model = "m"
                auto_threshold = 0.95
                [models.plain]
                model = "m"
                """, Map.of());

        assertThat(settings.autoThreshold("near")).isEqualTo(0.95);
        assertThat(settings.autoThreshold("plain")).isEqualTo(0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.09", "1", "85", "NaN", "most"})
    void aThresholdOutOfItsRange_namesTheRule(String wrong) {
        Settings settings = load("", Map.of("PITH_AUTO_THRESHOLD", wrong));

        assertThatThrownBy(() -> settings.autoThreshold(null))
                .hasMessage("auto_threshold must be a number from 0.1 to 0.99, such as 0.85 for 85 % of the window but"
                        + " is \"" + wrong + "\" (environment PITH_AUTO_THRESHOLD)");
    }

    @Test
    void aThresholdOfAModelOutOfItsRange_namesTheModel() {
        ModelProfiles models = load("[models.near]\nmodel = \"m\"\nauto_threshold = 2\n", Map.of())
                .models();

        assertThatThrownBy(() -> models.find("near"))
                .hasMessageStartingWith("model near: auto_threshold is \"2\"")
                .hasMessageContaining("must be a number from 0.1 to 0.99");
    }

    @Test
    void whatIsNoStrategyOrNoYes_namesTheRule() {
        Settings settings = load("strategy = \"gist\"\nauto = \"on\"\n", Map.of());

        assertThatThrownBy(settings::strategy)
                .hasMessageStartingWith("strategy must be rolling, layered or prune but is \"gist\"");
        assertThatThrownBy(settings::auto).hasMessageStartingWith("auto must be true or false but is \"on\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ignore_sessions = [1]",
                "ignore_sessions = [\"\"]",
                "ignore_sessions = [\"a,b\"]",
                "ignore_sessions = [[\"a\"]]"
            })
    void aGlobIsATextWithoutCommas(String line) {
        assertThatThrownBy(() -> load(line, Map.of()))
                .hasMessageContaining("pith.toml sets ignore_sessions with ")
                .hasMessageEndingWith("a glob is a text without commas: put ? for a comma");
    }

    @Test
    void onlyListsTakeLists() {
        assertThatThrownBy(() -> load("auto = [true]", Map.of())).hasMessageEndingWith("which must be a single value");
        assertThatThrownBy(() -> load("[ignore_sessions]\na = 1", Map.of()))
                .hasMessageContaining("which must be a list of globs");
    }

    private Settings load(String file, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PITH_HOME", home.toString());
        try {
            Files.writeString(home.resolve("pith.toml"), file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new SettingsLoader(Map.of(), all).load();
    }
}
