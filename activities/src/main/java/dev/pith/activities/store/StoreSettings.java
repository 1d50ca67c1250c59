package dev.pith.activities.store;

import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param jdbcUrl starts with {@code jdbc:postgresql:}
 * @param user null where the URL names it
 * @param password null where the URL holds it; never printed
 */
public record StoreSettings(
        String jdbcUrl, @Nullable String user, @Nullable String password, int poolSize) {

    public StoreSettings {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("jdbc URL must start with jdbc:postgresql: but is "
                    + jdbcUrl.replaceAll("password=[^&]*", "password=…"));
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize is " + poolSize + ", must be at least 1");
        }
    }

    @Override
    public String toString() {
        return "StoreSettings[" + jdbcUrl.replaceAll("password=[^&]*", "password=…") + "]";
    }
}
