package dev.pith.starter.web;

import dev.pith.starter.web.automatic.AutomaticQueue;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.route.AppendRoutes;
import dev.pith.starter.web.route.Backend;
import dev.pith.starter.web.route.BackfillRoutes;
import dev.pith.starter.web.route.CompactionRoutes;
import dev.pith.starter.web.route.ContextRoutes;
import dev.pith.starter.web.route.ConversationRoutes;
import dev.pith.starter.web.route.DeletionRoutes;
import dev.pith.starter.web.route.DiffRoutes;
import dev.pith.starter.web.route.FlushRoutes;
import dev.pith.starter.web.route.MemoryRoutes;
import dev.pith.starter.web.route.MessageRoutes;
import dev.pith.starter.web.route.OverviewRoutes;
import dev.pith.starter.web.route.ResponsesCompactRoutes;
import dev.pith.starter.web.route.SearchRoutes;
import dev.pith.starter.web.route.SummaryRoutes;
import java.util.List;
import java.util.stream.Stream;

/** The routes below {@code /v1}, which {@code openapi.yaml} describes. */
final class ApiRoutes {

    private ApiRoutes() {}

    /**
     * Returns all routes.
     *
     * @param automatic is told of appends
     */
    static List<Route> all(Backend backend, AutomaticQueue automatic) {
        return Stream.of(
                        new ConversationRoutes(backend).routes(),
                        new MessageRoutes(backend).routes(),
                        new AppendRoutes(backend, automatic).routes(),
                        new ContextRoutes(backend).routes(),
                        new SummaryRoutes(backend).routes(),
                        new DiffRoutes(backend).routes(),
                        new DeletionRoutes(backend).routes(),
                        new CompactionRoutes(backend).routes(),
                        new ResponsesCompactRoutes(backend).routes(),
                        new SearchRoutes(backend).routes(),
                        new FlushRoutes(backend).routes(),
                        new MemoryRoutes(backend).routes(),
                        new BackfillRoutes(backend).routes(),
                        new OverviewRoutes(backend).routes())
                .flatMap(List::stream)
                .toList();
    }
}
