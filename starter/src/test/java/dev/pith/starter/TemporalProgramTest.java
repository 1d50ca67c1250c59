package dev.pith.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.runtime.TestTemporal;
import org.junit.jupiter.api.Test;

/** Fails first, and with one line, where the tests of durability cannot have the program that they need. */
class TemporalProgramTest {

    @Test
    void temporalsDevServerCanBeHadOnThisMachine() {
        assertThat(TestTemporal.program()).isExecutable();
    }
}
