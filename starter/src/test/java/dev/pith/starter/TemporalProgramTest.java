package dev.pith.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.runtime.TestTemporal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fails first, and with one line, where the tests of durability cannot have the program that they need. */
@Tag("servers")
class TemporalProgramTest {

    @Test
    void temporalsDevServerCanBeHadOnThisMachine() {
        assertThat(TestTemporal.program()).isExecutable();
    }
}
