package dev.pith.starter.config;

import java.nio.file.Path;
import java.util.Map;

/** The user's home directory: {@code HOME} says it; Java's {@code user.home} ignores that variable and is the fallback. */
public final class UserHome {

    private UserHome() {}

    /** The home in an environment; a variable that is set to nothing says nothing. */
    public static Path of(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home).toAbsolutePath();
    }

    /** A path as a shell would read it: {@code ~} at its beginning stands for the home. */
    public static Path expand(String path, Path home) {
        return path.equals("~") || path.startsWith("~/")
                ? home.resolve(path.substring(1).replaceFirst("^/", ""))
                : Path.of(path);
    }
}
