package dev.pith.starter.runtime;

import dev.pith.starter.cli.Pith;
import io.temporal.client.WorkflowClientOptions;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Run once after a build, by the launcher: loads the classes that every command needs, so that the archive of loaded
 * classes which the JVM writes at its end holds them.
 */
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] arguments) {
        try (InProcessTemporal temporal =
                InProcessTemporal.start(WorkflowClientOptions.newBuilder().build())) {
            temporal.stubs().healthCheck();
        }
        try {
            DriverManager.getConnection("jdbc:postgresql://" + Ports.LOOPBACK + ":1/rehearsal", "pith", "pith")
                    .close();
        } catch (SQLException e) {
            // Nobody listens there, and the driver is loaded.
        }
        Pith.main(new String[] {"--help"});
    }
}
