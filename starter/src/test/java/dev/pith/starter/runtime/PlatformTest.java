package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, postgres-linux-x86_64.txz",
        "Linux, aarch64, false, postgres-linux-arm_64.txz",
        "Linux, amd64, true, postgres-linux-x86_64-alpine_linux.txz",
        "Mac OS X, x86_64, false, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, false, postgres-darwin-arm_64.txz",
    })
    void namesTheArchive(String name, String arch, boolean musl, String archive) {
        assertThat(Platform.of(name, arch, musl).archive()).isEqualTo(archive);
    }

    @Test
    void aPlatformWithoutBinariesIsToldOfJdbcUrl() {
        assertThatThrownBy(() -> PostgresBinaries.source(Platform.of("Plan 9", "mips", false)))
                .isInstanceOf(RuntimeProblem.class)
                .hasMessageContaining("plan 9 mips")
                .hasMessageContaining("--jdbc-url");
    }
}
