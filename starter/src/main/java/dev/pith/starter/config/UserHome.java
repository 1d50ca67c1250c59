package dev.pith.starter.config;

import java.nio.file.Path;
import java.util.Map;

/** The user's home directory: {@code HOME}, else Java's {@code user.home}, which ignores that variable. */
public final class UserHome {

    private UserHome() {}

    /** Returns the home for an environment. An empty variable counts as unset. */
    public static Path of(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home).toAbsolutePath();
    }

    /** Expands a path as a shell does: a leading {@code ~} is replaced by the home. */
    public static Path expand(String path, Path home) {
        return path.equals("~") || path.startsWith("~/")
                ? home.resolve(path.substring(1).replaceFirst("^/", ""))
                : Path.of(path);
    }
}
