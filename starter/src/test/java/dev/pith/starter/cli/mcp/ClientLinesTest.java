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
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClientLinesTest {

    private static final String NOTICE = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                    + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String passed(String sent) throws IOException {
        return new String(
                new ClientLines(new ByteArrayInputStream(sent.getBytes(UTF_8)), new AnswerStream(out), () -> {})
                        .readAllBytes(),
                UTF_8);
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
        String sent = String.join(
                "\n",
                "hello",
                NOTICE,
                "",
                "[1]",
                "null",
                "{\"jsonrpc\":\"2.0\",",
                "{\"id\":1}",
                NOTICE + NOTICE,
                NOTICE);

        assertThat(passed(sent)).isEqualTo(NOTICE + "\n" + NOTICE + "\n");
        assertThat(answers())
                .extracting(answer -> answer.at("/error/code").asInt())
                .containsExactly(-32700, -32700, -32700, -32700, -32600, -32700);
        assertThat(answers()).extracting(answer -> answer.path("id").asInt()).containsExactly(0, 0, 0, 0, 1, 0);
        assertThat(answers()).allSatisfy(answer -> {
            assertThat(answer.path("jsonrpc").asText()).isEqualTo("2.0");
            assertThat(answer.at("/error/message").asText()).doesNotContain("\n");
        });
    }

    @Test
    void aMessageOfAnotherVersion_orWithParamsThatAreNoObject_isAnsweredWithItsId() throws IOException {
        String sent = """
                {"jsonrpc":"1.0","id":"a","method":"ping"}
                {"jsonrpc":"2.0","id":"b","method":"tools/call","params":"search"}
                {"jsonrpc":"2.0","id":"c","method":"tools/call"}
                {"jsonrpc":"2.0","id":"d","method":"tools/call","params":{"name":"x","arguments":[]}}
                {"jsonrpc":"2.0","id":99999999999999999999,"method":"ping"}
                {"jsonrpc":"2.0","id":1.5,"method":"ping"}
                {"jsonrpc":"2.0","method":"notifications/cancelled","params":[1]}
                {"jsonrpc":"2.0","method":"notifications/initialized","params":null}
                """;

        assertThat(passed(sent).lines()).singleElement().asString().contains("initialized");
        assertThat(answers())
                .extracting(answer -> answer.path("id").asText("-") + " "
                        + answer.at("/error/code").asInt())
                .containsExactly("a -32600", "b -32602", "c -32602", "d -32602", "- -32600", "- -32600");
    }

    @Test
    void theEndIsTold_onceAllRequestsAreAnswered() throws Exception {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";
        AnswerStream answers = new AnswerStream(out);
        CountDownLatch ended = new CountDownLatch(1);
        ClientLines lines = new ClientLines(new ByteArrayInputStream(ping.getBytes(UTF_8)), answers, ended::countDown);
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            try {
                lines.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(ended.await(300, TimeUnit.MILLISECONDS)).isFalse();
        answers.write("{}\n".getBytes(UTF_8));

        assertThat(reading).succeedsWithin(Patience.LONG);
        assertThat(ended.getCount()).isZero();
    }

    @Test
    void theServerGoesOnAfterALineThatIsNoMessage_andAnswersAllBeforeItEnds() throws Exception {
        PipedInputStream in = new PipedInputStream();
        Thread server = new Thread(() -> serve(in));
        try (PipedOutputStream client = new PipedOutputStream(in)) {
            server.start();
            client.write(("npm warn deprecated\n" + INITIALIZE + "\n").getBytes(UTF_8));
            client.flush();
        }
        server.join(Patience.LONG.toMillis());

        assertThat(server.isAlive()).isFalse();
        assertThat(answers().get(1).at("/result/serverInfo/name").asText()).isEqualTo("pith");
    }

    @Test
    void aCallWithoutArguments_isACallWithNone() throws Exception {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\"}}\n";
        Tool echo = new Tool("echo", "Says hello.", List.of(), (arguments, text) -> text.print("hello"));
        new StdioServer(Redactor::off)
                .serve(
                        List.of(echo),
                        new ByteArrayInputStream((INITIALIZE + "\n" + NOTICE + "\n" + call).getBytes(UTF_8)),
                        out);

        assertThat(answers().get(1).at("/result/content/0/text").asText()).isEqualTo("hello");
    }

    private void serve(InputStream in) {
        try {
            new StdioServer(Redactor::off).serve(List.of(), in, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
