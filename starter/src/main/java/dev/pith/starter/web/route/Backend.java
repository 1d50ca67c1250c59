package dev.pith.starter.web.route;

import dev.pith.activities.search.BackgroundIndex;
import dev.pith.activities.store.Database;
import dev.pith.starter.backfill.BackgroundImports;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.web.live.Feeds;
import java.util.function.Supplier;

/**
 * What the routes work with. Thread-safe.
 *
 * @param settings reads the settings in force, anew each time
 * @param index the search index of the store
 * @param feeds what clients follow
 * @param imports the imports of backfills that requests started
 */
public record Backend(
        Engine engine, Supplier<Settings> settings, BackgroundIndex index, Feeds feeds, BackgroundImports imports) {

    /** Returns the store. */
    public Database database() {
        return engine.database();
    }

    /** Returns the context window that contexts are measured against, in tokens. */
    int window() {
        return settings.get().sizes().contextWindow();
    }
}
