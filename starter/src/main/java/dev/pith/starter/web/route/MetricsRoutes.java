package dev.pith.starter.web.route;

import dev.pith.starter.monitoring.Monitoring;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import java.util.List;

/** The metrics of this process, for Prometheus. They need read access, since they tell what models cost. */
public record MetricsRoutes(Monitoring monitoring) {

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.get("/metrics", ctx -> {
            Parameters.of(ctx);
            ctx.contentType(Monitoring.CONTENT_TYPE).result(monitoring.scrape());
        }));
    }
}
