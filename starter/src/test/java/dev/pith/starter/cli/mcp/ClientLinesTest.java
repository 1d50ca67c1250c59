package dev.pith.starter.cli.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pith.activities.redaction.Redactor;
import dev.pith.activities.testing.Patience;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ClientLinesTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String passed(String sent) throws IOException {
        return new String(
                new ClientLines(new ByteArrayInputStream(sent.getBytes(UTF_8)), out, () -> {}).readAllBytes(), UTF_8);
    }

    private List<JsonNode> answers() throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(UTF_8).lines().toList()) {
            answers.add(new ObjectMapper().readTree(line));
        }
        return answers;
    }

    @Test
    void messagesPass_andEverythingElseIsAnswered() throws IOException {
        String sent = String.join("\n", "hello", PING, "", "[1]", "null", "{\"jsonrpc\":\"2.0\",", "{\"id\":1}", PING);

        assertThat(passed(sent)).isEqualTo(PING + "\n" + PING + "\n");
        assertThat(answers())
                .extracting(answer -> answer.at("/error/code").asInt())
                .containsExactly(-32700, -32700, -32700, -32700, -32600);
        assertThat(answers()).allSatisfy(answer -> {
            assertThat(answer.path("jsonrpc").asText()).isEqualTo("2.0");
            assertThat(answer.path("id").isNull()).isTrue();
            assertThat(answer.at("/error/message").asText()).doesNotContain("\n");
        });
    }

    @Test
    void theEndIsTold() throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        new ClientLines(new ByteArrayInputStream(PING.getBytes(UTF_8)), out, ended::countDown).readAllBytes();

        assertThat(ended.getCount()).isZero();
    }

    @Test
    void theServerGoesOnAfterALineThatIsNoMessage() throws Exception {
        String initialize = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}";
        PipedInputStream in = new PipedInputStream();
        Thread server = new Thread(() -> serve(in));
        try (PipedOutputStream client = new PipedOutputStream(in)) {
            server.start();
            client.write(("npm warn deprecated\n" + initialize + "\n").getBytes(UTF_8));
            client.flush();
            Awaitility.await()
                    .atMost(Patience.LONG)
                    .ignoreExceptions()
                    .until(() -> answers().size() == 2);
        }
        server.join(Patience.LONG.toMillis());

        assertThat(server.isAlive()).isFalse();
        assertThat(answers().get(1).at("/result/serverInfo/name").asText()).isEqualTo("pith");
    }

    private void serve(InputStream in) {
        try {
            new StdioServer(Redactor::off).serve(List.of(), in, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
