package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers such as llama.cpp and uvicorn close a connection that was idle for some seconds, just when it is used again. */
@Timeout(20)
class StaleConnectionTest extends OverTheNetwork {

    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();

    private static MockResponse.Builder answer(String text) {
        return Shape.OPENAI_STREAM.answer(text, "stop").newBuilder();
    }

    private ModelCall call() {
        return call(url(), true, timeouts(7_000, 5_000, 15_000));
    }

    private void answerOnceAndKeepTheConnection() {
        server.enqueue(answer("first").build());
        assertThat(call().execute().text()).isEqualTo("first");
    }

    @Test
    void idleConnectionsThatTheServerClosed_everyCallIsAnswered() throws Exception {
        for (String text : new String[] {"first", "second", "third"}) {
            server.enqueue(answer(text).onResponseEnd(CLOSE).build());
            assertThat(call().execute().text()).isEqualTo(text);
            // The end of the connection arrives.
            Thread.sleep(100);
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void closedAfterTheRequest_isSentAgainOverAFreshConnection() {
        answerOnceAndKeepTheConnection();
        server.enqueue(answer("never seen").onResponseStart(CLOSE).build());
        server.enqueue(answer("second").build());

        assertThat(call().execute().text()).isEqualTo("second");
        RecordedRequest first = sent();
        RecordedRequest closed = sent();
        RecordedRequest again = sent();
        assertThat(closed.getConnectionIndex()).isEqualTo(first.getConnectionIndex());
        assertThat(again.getConnectionIndex()).isNotEqualTo(first.getConnectionIndex());
        assertThat(again.getBody()).isEqualTo(closed.getBody());
    }

    @Test
    void closedOnTheFreshConnectionToo_isAFailure() {
        answerOnceAndKeepTheConnection();
        server.enqueue(answer("never seen").onResponseStart(CLOSE).build());
        server.enqueue(answer("never seen").onResponseStart(CLOSE).build());

        ModelFailure failure = failureOf(call());
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure.words()).contains("closed the connection without an answer");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void closedOnAFirstConnection_isAFailureAtOnce() {
        server.enqueue(answer("never seen").onResponseStart(CLOSE).build());
        assertThat(failureOf(call()).kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void heldForSecondsBeforeItIsClosed_wasTakenAndIsAFailure() {
        answerOnceAndKeepTheConnection();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                Thread.sleep(5_300);
                return answer("never seen").onResponseStart(CLOSE).build();
            }
        });
        assertThat(failureOf(call()).kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void silentOnAKeptConnection_isAFailure() {
        answerOnceAndKeepTheConnection();
        server.enqueue(answer("never seen")
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        assertThat(failureOf(call(url(), true, timeouts(300, 300, 5_000))).words())
                .endsWith("within 300 ms");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void cutInTheAnswerOnAKeptConnection_isAFailure() {
        answerOnceAndKeepTheConnection();
        server.enqueue(answer("cut here").onResponseBody(CLOSE).build());
        assertThat(failureOf(call()).kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }
}
