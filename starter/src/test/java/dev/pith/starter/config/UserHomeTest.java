package dev.pith.starter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserHomeTest {

    @Test
    void isWhatTheVariableSays() {
        assertThat(UserHome.of(Map.of("HOME", "/x"))).isEqualTo(Path.of("/x"));
        assertThat(new SettingsLoader(Map.of(), Map.of("HOME", "/x")).load().home())
                .isEqualTo(Path.of("/x/.pith"));
        assertThat(new SettingsLoader(Map.of(Setting.TEMPORAL_BINARY, "~/bin/temporal"), Map.of("HOME", "/x"))
                        .load()
                        .temporalBinary())
                .contains("/x/bin/temporal");
    }

    @Test
    void isJavasWhereTheVariableSaysNothing() {
        Path java = Path.of(System.getProperty("user.home"));
        assertThat(UserHome.of(Map.of())).isEqualTo(java);
        assertThat(UserHome.of(Map.of("HOME", ""))).isEqualTo(java);
    }

    @Test
    void standsForATildeAtTheBeginningOnly() {
        Path home = Path.of("/x");
        assertThat(UserHome.expand("~", home)).isEqualTo(home);
        assertThat(UserHome.expand("~/a/b", home)).isEqualTo(Path.of("/x/a/b"));
        assertThat(UserHome.expand("~mira/a", home)).isEqualTo(Path.of("~mira/a"));
        assertThat(UserHome.expand("/a/~/b", home)).isEqualTo(Path.of("/a/~/b"));
    }
}
