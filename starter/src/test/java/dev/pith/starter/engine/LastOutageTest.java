package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Patience;
import dev.pith.starter.runtime.TestTemporal;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("servers")
class LastOutageTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aServerThatComesBackIsToldAndOneThatWasReachedAtOnceIsNot() {
        int port = TestTemporal.port(0);
        ManagedChannel channel = Grpc.newChannelBuilder("127.0.0.1:" + port, InsecureChannelCredentials.create())
                .build();
        try {
            LastOutage outage;
            try (TemporalDevServer server = start(port)) {
                assertThat(server).isNotNull();
                outage = LastOutage.of(channel);
                assertThatCode(() -> ask(channel)).doesNotThrowAnyException();
                assertThat(outage.within(LONG)).isFalse();
            }
            assertThatThrownBy(() -> ask(channel)).isInstanceOf(StatusRuntimeException.class);
            assertThat(outage.within(LONG)).isFalse();
            try (TemporalDevServer server = start(port)) {
                assertThat(server).isNotNull();
                await().atMost(Patience.LONG)
                        .ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                        .until(() -> ask(channel));
                await().atMost(Patience.LONG).until(() -> outage.within(LONG));
                assertThat(outage.within(Duration.ZERO)).isFalse();
            }
        } finally {
            channel.shutdownNow();
        }
    }

    private static boolean ask(ManagedChannel channel) {
        WorkflowServiceGrpc.newBlockingStub(channel).getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
        return true;
    }

    private static TemporalDevServer start(int port) {
        return TemporalDevServer.start(TemporalDevServerOptions.newBuilder()
                .setExistingPath(TestTemporal.program().toString())
                .setLogLevel("error")
                .setPort(port)
                .build());
    }
}
