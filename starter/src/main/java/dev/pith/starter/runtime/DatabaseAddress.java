package dev.pith.starter.runtime;

import java.util.Objects;

/** The address and credentials of the home's database. */
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

    /** Omits the password, since the text may be logged. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
