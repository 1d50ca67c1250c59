package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same over HTTP/2, where one connection carries many calls and time-outs belong to a stream of it. */
@Timeout(20)
class Http2Test extends Fixture {

    private final OkHttpClient http2 = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
            .build();

    Http2Test() {
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }

    private ModelCall call(int firstByte, int idle, int total) {
        Timeouts timeouts = new Timeouts(
                Duration.ofSeconds(5), Duration.ofMillis(firstByte), Duration.ofMillis(idle), Duration.ofMillis(total));
        ModelProfile profile = profile(Provider.OPENAI, url(), null, true, timeouts);
        return new Endpoint(() -> http2, profile, variable -> Optional.empty(), dialects).newCall(REQUEST);
    }

    private MockResponse.Builder answer() {
        return Shape.OPENAI_STREAM.answer("twelve words", "stop").newBuilder();
    }

    /** A body that goes on and on, a piece after each pause. */
    private static MockResponseBody repeating(long pauseMillis) {
        return new MockResponseBody() {
            @Override
            public long getContentLength() {
                return -1;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                try {
                    while (true) {
                        sink.writeUtf8(Shape.chunk("{\"content\":\"x\"}", "null"));
                        sink.flush();
                        Thread.sleep(pauseMillis);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    @Test
    void anAnswerIsRead() {
        server.enqueue(answer().build());
        assertThat(call(5_000, 5_000, 10_000).execute().text()).isEqualTo("twelve words");
    }

    @Test
    void aHangBeforeTheFirstByteIsEnded() {
        server.enqueue(answer().bodyDelay(600, TimeUnit.MILLISECONDS).build());
        assertThat(failureOf(call(200, 100, 10_000)).words()).endsWith("within 200 ms");
    }

    @Test
    void silenceInTheMiddleIsEndedAndTheNextCallIsWell() {
        server.enqueue(answer().body(repeating(600)).build());
        server.enqueue(answer().build());
        assertThat(failureOf(call(5_000, 200, 10_000)).words()).contains("was silent for 200 ms");
        assertThat(call(5_000, 200, 10_000).execute().text()).isEqualTo("twelve words");
    }

    @Test
    void aDripIsEndedByTheTotalTime() {
        server.enqueue(answer().body(repeating(30)).build());
        assertThat(failureOf(call(300, 300, 700)).words())
                .startsWith("the answer from ")
                .endsWith("was not whole after 700 ms");
    }

    @Test
    void aResetStreamIsAFailure() {
        server.enqueue(answer().onResponseBody(new SocketEffect.CloseStream()).build());
        ModelFailure failure = failureOf(call(5_000, 5_000, 10_000));
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aResetStreamOfAKeptConnectionIsAFailureToo() {
        server.enqueue(answer().build());
        assertThat(call(5_000, 5_000, 10_000).execute().text()).isEqualTo("twelve words");
        server.enqueue(answer().onResponseStart(new SocketEffect.CloseStream()).build());
        assertThat(failureOf(call(5_000, 5_000, 10_000)).kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void anAddressWhereNobodyListensIsPassedOver() throws Exception {
        InetAddress[] addresses = {InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), InetAddress.getLoopbackAddress()
        };
        server.enqueue(answer().build());
        OkHttpClient two = http2.newBuilder().dns(host -> List.of(addresses)).build();
        ModelProfile profile = profile(Provider.OPENAI, true);
        assertThat(new Endpoint(() -> two, profile, variable -> Optional.of(KEY), dialects)
                        .newCall(REQUEST)
                        .execute()
                        .text())
                .isEqualTo("twelve words");
    }
}
