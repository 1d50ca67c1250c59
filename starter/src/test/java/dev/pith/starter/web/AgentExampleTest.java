package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example of an agent that keeps its conversation in Pith, as a reader would run it. */
@Tag("servers")
class AgentExampleTest extends InAServedHome {

    @Test
    void theExampleInJavaStoresAndReadsItsConversation() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "../docs/examples/agent/AgentStore.java",
                        served.url(""))
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(java.exitValue()).as(said).isZero();
        assertThat(said).contains("stored up to message 2", "Port 8443");
        JsonNode stored = object(served.get("/v1/conversations?source=api")).path("items");
        assertThat(stored).hasSize(1);
        assertThat(stored.path(0).path("messages").asInt()).isEqualTo(2);
    }
}
