package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("servers")
class TemporalServerTest {

    @TempDir
    Path directory;

    Home home;
    TemporalProgram program;

    @BeforeEach
    void makeHome() {
        home = new Home(directory.resolve("a home")).create();
        program = TestTemporal.source().find(StartupProgress.SILENT);
    }

    @AfterEach
    void stopServer() {
        TemporalServer.stop(home, Duration.ZERO);
    }

    @Test
    void workSurvivesAKill() {
        TemporalEndpoint before = start();
        String run = startWorkflow(before);
        ServerProcess killed = TemporalServer.running(home).orElseThrow();
        assertThat(home.temporal().resolve("temporal.db-wal")).isNotEmptyFile();
        killed.signal("KILL");
        assertThat(killed.endsWithin(Duration.ofSeconds(5))).isTrue();
        TemporalEndpoint after = start();
        assertThat(after.target()).isEqualTo(before.target());
        assertThat(after.version()).isNotEmpty();
        assertThat(runOfWorkflow(after)).isEqualTo(run);
    }

    @Test
    void aNumberThatNowBelongsToAnotherProcessIsNoServer() throws IOException {
        Files.writeString(
                home.temporal().resolve("server.pid"), ProcessHandle.current().pid() + "\n");
        assertThat(TemporalServer.running(home)).isEmpty();
        assertThat(TemporalServer.stop(home, Duration.ZERO)).isFalse();
    }

    @Test
    void aServerThatSomebodyIsStoppingIsStartedAgain() {
        TemporalEndpoint before = start();
        ServerProcess leaving = TemporalServer.running(home).orElseThrow();
        Path record = home.temporal().resolve("server.properties");
        ServerRecord.read(record).asStopping().write(record);
        assertThat(start()).isEqualTo(before);
        assertThat(leaving.isAlive()).isFalse();
    }

    @Test
    void saysWhatTheServerSaidWhenItDoesNotStart() throws IOException {
        Files.writeString(home.temporal().resolve("temporal.db"), "this is no database, and it never was one");
        assertThatThrownBy(this::start)
                .isInstanceOf(RuntimeProblem.class)
                .hasMessageContaining("Temporal does not start: ")
                .hasMessageContaining("temporal.log");
    }

    private TemporalEndpoint start() {
        return new TemporalServer(home, StartupProgress.SILENT).start(program);
    }

    private static String startWorkflow(TemporalEndpoint server) {
        WorkflowServiceStubs stubs = stubs(server);
        try {
            return WorkflowClient.newInstance(stubs)
                    .newUntypedWorkflowStub(
                            "Nobody",
                            WorkflowOptions.newBuilder()
                                    .setWorkflowId("kept")
                                    .setTaskQueue("queue")
                                    .build())
                    .start()
                    .getRunId();
        } finally {
            stubs.shutdownNow();
        }
    }

    private static String runOfWorkflow(TemporalEndpoint server) {
        WorkflowServiceStubs stubs = stubs(server);
        try {
            return WorkflowClient.newInstance(stubs)
                    .newUntypedWorkflowStub("kept")
                    .describe()
                    .getExecution()
                    .getRunId();
        } finally {
            stubs.shutdownNow();
        }
    }

    private static WorkflowServiceStubs stubs(TemporalEndpoint server) {
        return WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(server.target())
                .build());
    }
}
