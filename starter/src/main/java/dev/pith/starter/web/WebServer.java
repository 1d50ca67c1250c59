package dev.pith.starter.web;

import dev.pith.activities.search.BackgroundIndex;
import dev.pith.starter.backfill.BackgroundImports;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.monitoring.Monitoring;
import dev.pith.starter.tracing.Tracing;
import dev.pith.starter.web.automatic.AutomaticQueue;
import dev.pith.starter.web.automatic.WindowCompaction;
import dev.pith.starter.web.guard.AccessRule;
import dev.pith.starter.web.guard.HostRule;
import dev.pith.starter.web.guard.ListenAddress;
import dev.pith.starter.web.guard.SafeHeaders;
import dev.pith.starter.web.http.RequestLimit;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.live.Feeds;
import dev.pith.starter.web.panel.PanelFiles;
import dev.pith.starter.web.problem.ContainerErrors;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.problem.ProblemWriter;
import dev.pith.starter.web.route.Backend;
import dev.pith.starter.web.route.HealthRoutes;
import dev.pith.starter.web.route.MetricsRoutes;
import dev.pith.starter.web.route.SessionRoutes;
import dev.pith.starter.web.route.StartBody;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The web server. Closing it ends its streams. */
public final class WebServer implements AutoCloseable {

    private static final int THREADS = 64;
    private static final int MOST_REQUESTS = 48;
    private static final int IDLE_MILLIS = 30_000;

    /** Five parameters of the longest text, each character of which takes twelve bytes in a URL. */
    private static final int LONGEST_HEADERS = 128 << 10;

    private final Javalin javalin;
    private final Feeds feeds;
    private final AutomaticQueue automatic;
    private final BackgroundIndex index;
    private final BackgroundImports imports;
    private final RequestMetrics metrics;
    private final ListenAddress address;

    private WebServer(
            Javalin javalin,
            Feeds feeds,
            AutomaticQueue automatic,
            BackgroundIndex index,
            BackgroundImports imports,
            RequestMetrics metrics,
            ListenAddress address) {
        this.javalin = javalin;
        this.feeds = feeds;
        this.automatic = automatic;
        this.index = index;
        this.imports = imports;
        this.metrics = metrics;
        this.address = address;
    }

    /**
     * Starts the server.
     *
     * @param engine with a connection to Temporal; stays open when the server closes
     * @param settings reads the settings in force
     * @param monitoring watches the engine; stays open when the server closes
     * @throws PortTakenException if another program listens there
     */
    public static WebServer start(
            WebOptions options, Engine engine, Supplier<Settings> settings, Monitoring monitoring) {
        Feeds feeds = new Feeds();
        RequestMetrics metrics = new RequestMetrics(
                monitoring.registry(),
                feeds::open,
                engine.tracing().map(Tracing::requests).orElse(null));
        BackgroundImports imports = new BackgroundImports();
        BackgroundIndex index = new BackgroundIndex(engine.searchIndex());
        Backend backend = new Backend(engine, settings, index, feeds, imports);
        AutomaticQueue automatic =
                new AutomaticQueue(new WindowCompaction(engine, settings, StartBody.CONFIGURED::spec));
        HostRule hosts = new HostRule(options.address(), options.hosts());
        AccessRule access = new AccessRule(options.tokens(), InstantSource.system());
        RequestLimit limit = new RequestLimit(MOST_REQUESTS);
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            config.requestLogger.http(metrics::answered);
            config.routes.before(ctx -> {
                SafeHeaders.set(ctx);
                hosts.require(ctx);
                // Javalin answers HEAD for every route of GET without asking it.
                boolean asked = ctx.path().startsWith("/v1/") || ctx.path().equals("/metrics");
                if (ctx.method().equals(HandlerType.HEAD) && asked) {
                    throw Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "there is no HEAD here: use GET");
                }
            });
            ApiRoutes.all(backend, automatic).forEach(route -> add(config, route, access, limit));
            new MetricsRoutes(monitoring).routes().forEach(route -> add(config, route, access, limit));
            unguarded(config, monitoring, access, limit);
            config.routes.exception(Exception.class, (thrown, ctx) -> ProblemWriter.write(thrown, ctx));
            config.routes.error(404, ctx -> otherwise(ctx, ProblemKind.NOT_FOUND, "there is no such path"));
            config.routes.error(
                    405, ctx -> otherwise(ctx, ProblemKind.METHOD_NOT_ALLOWED, "the path has other methods"));
        });
        try {
            javalin.start(options.address().host(), options.address().port());
        } catch (RuntimeException taken) {
            feeds.close();
            automatic.close();
            index.close();
            imports.close();
            metrics.close();
            throw new PortTakenException(options.address(), taken);
        }
        return new WebServer(
                javalin,
                feeds,
                automatic,
                index,
                imports,
                metrics,
                options.address().at(javalin.port()));
    }

    // Jetty names nothing in its place yet.
    @SuppressWarnings("removal")
    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4, IDLE_MILLIS);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.setRequestHeaderSize(LONGEST_HEADERS);
        });
        config.jetty.modifyServer(server -> server.setErrorHandler(new ContainerErrors()));
    }

    private static void add(JavalinConfig config, Route route, AccessRule access, RequestLimit limit) {
        config.routes.addHttpHandler(route.method(), route.path(), ctx -> {
            access.require(ctx, route.access());
            limit.handle(route, ctx);
        });
    }

    /** Adds what needs no token: health, the page that asks for one, and the document that describes the API. */
    private static void unguarded(JavalinConfig config, Monitoring monitoring, AccessRule access, RequestLimit limit) {
        HealthRoutes health = new HealthRoutes(monitoring);
        SessionRoutes session = new SessionRoutes(access);
        PanelFiles panel = new PanelFiles();
        config.routes.get("/healthz", health::live);
        config.routes.get("/readyz", health::ready);
        config.routes.head("/readyz", health::ready);
        config.routes.get("/session", session::show);
        config.routes.post("/session", ctx -> limit.handle(session::signIn, ctx));
        config.routes.delete("/session", session::signOut);
        config.routes.get("/v1/openapi.yaml", ctx -> panel.answer(ctx, "openapi.yaml"));
        config.routes.get("/", ctx -> panel.answer(ctx, "index.html"));
        config.routes.get("/assets/{name}", ctx -> panel.answer(ctx, "assets/" + ctx.pathParam("name")));
    }

    private static void otherwise(Context ctx, ProblemKind kind, String detail) {
        if (ctx.result() == null || !String.valueOf(ctx.res().getContentType()).contains("json")) {
            ProblemWriter.write(Problem.of(kind, detail), ctx);
        }
    }

    /** Returns where it listens. */
    public ListenAddress address() {
        return address;
    }

    /** Returns the number of open streams. */
    public int streams() {
        return feeds.open();
    }

    @Override
    public void close() {
        feeds.close();
        automatic.close();
        javalin.stop();
        index.close();
        imports.close();
        metrics.close();
    }
}
