package dev.pith.starter.runtime;

import java.util.Objects;

/** How to reach the home's database. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    public DatabaseAddress {
        Objects.requireNonNull(jdbcUrl, "jdbcUrl");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    static DatabaseAddress local(int port, String database, String password) {
        return new DatabaseAddress(
                "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + database, PostgresCluster.USER, password);
    }

    /** Without the password: this may end up in a log. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
