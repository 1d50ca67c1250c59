package dev.pith.activities.store;

import org.jspecify.annotations.Nullable;

/**
 * The connection settings of the database.
 *
 * @param jdbcUrl starts with {@code jdbc:postgresql:}
 * @param user null if the URL contains it
 * @param password null if the URL contains it; never printed
 * @param poolSize the maximum number of connections, at least 1
 */
public record StoreSettings(
        String jdbcUrl, @Nullable String user, @Nullable String password, int poolSize) {

    public StoreSettings {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the JDBC URL must begin with jdbc:postgresql:, it begins with \""
                    + jdbcUrl.substring(0, beginning(jdbcUrl)) + "\"");
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize is " + poolSize + ", must be at least 1");
        }
    }

    @Override
    public String toString() {
        return "StoreSettings[" + jdbcUrl.substring(0, beginning(jdbcUrl)) + "…]";
    }

    /** Returns where the scheme ends; the rest may contain a password. */
    private static int beginning(String url) {
        int slashes = url.indexOf("//");
        return Math.min(slashes < 0 ? url.length() : slashes, "jdbc:postgresql:".length());
    }
}
