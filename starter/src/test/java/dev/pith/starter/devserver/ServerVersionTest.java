package dev.pith.starter.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({
        "'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)', 1.32",
        "'temporal version 0.10.7 (server 1.22.0) (ui 2.16.2)', 1.22",
        "'temporal version 1.5.1-rc.1 (Server v1.29.1-148.3, UI 2.42.1)', 1.29",
    })
    void readsWhatTheProgramSays(String words, String version) {
        assertThat(ServerVersion.in(words)).map(ServerVersion::toString).contains(version);
    }

    @Test
    void whatNamesNoServerHasNone() {
        assertThat(ServerVersion.in("tctl version 1.18.1")).isEmpty();
        assertThat(ServerVersion.in("")).isEmpty();
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertThat(new ServerVersion(1, 9)).isLessThan(new ServerVersion(1, 29));
        assertThat(new ServerVersion(2, 0)).isGreaterThan(new ServerVersion(1, 99));
    }
}
