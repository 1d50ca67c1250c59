package dev.pith.starter.config;

import dev.pith.activities.model.ModelProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Profiles as a pith.toml and an environment give them. */
abstract class ProfilesTest {

    @TempDir
    Path home;

    final ModelProfile find(String table, Map<String, String> environment) {
        return load("[models.a]\n" + table + "\n", environment).find("a").orElseThrow();
    }

    final ModelProfiles load(String toml, Map<String, String> environment) {
        try {
            Files.writeString(home.resolve("pith.toml"), toml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, String> all = new HashMap<>(environment);
        all.put("PITH_HOME", home.toString());
        return new SettingsLoader(Map.of(), all).load().models();
    }
}
