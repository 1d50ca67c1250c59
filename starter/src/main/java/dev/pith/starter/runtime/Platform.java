package dev.pith.starter.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The system and processor, in the words of the PostgreSQL binaries. */
record Platform(String system, String processor, boolean musl) {

    static Platform current() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(String osName, String osArch, boolean musl) {
        String name = osName.toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "darwin" : name;
        String processor = switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return new Platform(system, processor, musl);
    }

    /** Where the archive may lie on the classpath, the best first. */
    List<String> archives() {
        String plain = "postgres-" + system + "-" + processor;
        return musl ? List.of(plain + "-alpine_linux.txz") : List.of(plain + ".txz");
    }

    @Override
    public String toString() {
        return system + " " + processor + (musl ? " (musl)" : "");
    }
}
