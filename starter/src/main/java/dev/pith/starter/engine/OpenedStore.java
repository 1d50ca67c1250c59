package dev.pith.starter.engine;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.NewerSchemaException;
import dev.pith.activities.store.StoreSettings;
import dev.pith.starter.config.JdbcUrl;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.runtime.DatabaseAddress;
import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.RuntimeProblem;
import java.util.Optional;

/** Opens the store that the settings name, or reports why it cannot be used. */
final class OpenedStore {

    private OpenedStore() {}

    /** Returns the configured store, else the home's, with the schema migrated. */
    static Database database(Settings settings, EmbeddedStack stack, int pool) {
        Optional<String> url = settings.text(Setting.JDBC_URL);
        if (url.isEmpty()) {
            DatabaseAddress address = stack.database();
            try {
                return Database.open(new StoreSettings(address.jdbcUrl(), address.user(), address.password(), pool));
            } catch (NewerSchemaException e) {
                throw new UnreachableException("The home's PostgreSQL cannot be used: " + e.getMessage(), e);
            }
        }
        StoreSettings store = storeSettings(settings, url.get(), pool);
        try {
            return Database.open(store);
        } catch (RuntimeException e) {
            throw new UnreachableException(
                    JdbcUrl.shown("PostgreSQL at " + url.get() + " cannot be used: " + RootCause.message(e)), e);
        }
    }

    private static StoreSettings storeSettings(Settings settings, String url, int pool) {
        if (JdbcUrl.namesUser(url)) {
            throw new RuntimeProblem(
                    "The JDBC URL " + JdbcUrl.shown(url) + " names a user before its host, where PostgreSQL's driver"
                            + " looks for none",
                    "Leave that out, and set PITH_JDBC_USER and PITH_JDBC_PASSWORD");
        }
        try {
            return new StoreSettings(
                    url,
                    settings.text(Setting.JDBC_USER).orElse(null),
                    settings.text(Setting.JDBC_PASSWORD).orElse(null),
                    pool);
        } catch (IllegalArgumentException e) {
            throw new RuntimeProblem(JdbcUrl.shown(String.valueOf(e.getMessage())), "Mend --jdbc-url or PITH_JDBC_URL");
        }
    }
}
