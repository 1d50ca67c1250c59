package dev.pith.starter.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HookInstallationTest {

    @Test
    void theSettingsAreWhereClaudeCodeReadsThem() {
        assertThat(HookInstallation.usual(Map.of("HOME", "/x"))).isEqualTo(Path.of("/x/.claude/settings.json"));
        assertThat(HookInstallation.usual(Map.of("HOME", "/x", "CLAUDE_CONFIG_DIR", "/y/claude")))
                .isEqualTo(Path.of("/y/claude/settings.json"));
        assertThat(HookInstallation.usual(Map.of("HOME", "/x", "CLAUDE_CONFIG_DIR", "")))
                .isEqualTo(Path.of("/x/.claude/settings.json"));
    }
}
