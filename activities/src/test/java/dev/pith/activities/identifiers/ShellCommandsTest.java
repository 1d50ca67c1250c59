package dev.pith.activities.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellCommandsTest {

    @Test
    void keepsWhatIsWorthRepeating() {
        assertThat(ShellCommands.of("cd /harbor && make tide-table 2>&1 | tail -5; go test ./tide/..."))
                .containsExactly("make tide-table", "go test ./tide/...");
    }

    @Test
    void whatIsQuotedOrFedToACommandIsNoCommand() {
        assertThat(ShellCommands.of("python3 -c \"import tide; tide.run all\"\nnpm run tide"))
                .containsExactly("npm run tide");
        assertThat(ShellCommands.of("npm run moor\npython3 <<'END'\nprint the tide\nEND"))
                .containsExactly("npm run moor");
    }

    @Test
    void lookingAroundIsNotWorthRepeating() {
        assertThat(ShellCommands.of("ls -la; git status -s; cat tide.py; grep -rn tide .; git log --oneline"))
                .isEmpty();
    }
}
