package dev.pith.starter.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Checks the servers of a running stack. */
public final class ServerChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EmbeddedStack stack;
    private final boolean wantsTemporal;

    public ServerChecks(EmbeddedStack stack, StackOptions options) {
        this.stack = stack;
        this.wantsTemporal = options.temporal();
    }

    public List<Check> all() {
        return wantsTemporal ? List.of(postgres(), chineseSearch(), temporal()) : List.of(postgres(), chineseSearch());
    }

    private Check postgres() {
        try {
            PostgresProbe.Answer answer = PostgresProbe.ask(stack.database());
            return Check.of(
                    "PostgreSQL",
                    answer.durable(),
                    answer.version() + " at " + stack.database().jdbcUrl()
                            + (answer.durable() ? ", fsync on" : ", fsync or synchronous_commit off"),
                    "Remove that setting from postgresql.auto.conf in " + answer.data());
        } catch (SQLException e) {
            return unwell("PostgreSQL", e);
        }
    }

    private Check chineseSearch() {
        try {
            Optional<Boolean> finds = PostgresProbe.findsChineseTrigrams(stack.database());
            return Check.of(
                    "Chinese search",
                    finds.orElse(true),
                    finds.map(found -> found ? "pg_trgm sees Chinese text" : "pg_trgm sees no Chinese text")
                            .orElse("pg_trgm is not installed yet"),
                    "Make the database anew on a system with the locale C.UTF-8");
        } catch (SQLException e) {
            return unwell("Chinese search", e);
        }
    }

    private Check temporal() {
        return stack.temporal()
                .map(server -> Check.of(
                        "Temporal",
                        TemporalProbe.serves(server, PATIENCE, () -> false),
                        server.version() + " at " + server.target() + ", UI at " + server.uiUrl(),
                        "Run pith stop and try again"))
                .orElseGet(() -> Check.of(
                        "Temporal",
                        stack.temporalProgram().cure().isEmpty(),
                        InProcessTemporal.WARNING + " ("
                                + stack.temporalProgram().whyNot() + ")",
                        stack.temporalProgram().cure()));
    }

    private static Check unwell(String name, SQLException problem) {
        return Check.of(name, false, String.valueOf(problem.getMessage()), "Run pith stop and try again");
    }
}
