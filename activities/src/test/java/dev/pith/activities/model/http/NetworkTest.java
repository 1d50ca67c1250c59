package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.testing.DeadPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class NetworkTest extends OverTheNetwork {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHangBeforeTheFirstByteIsEnded(boolean streaming) throws Exception {
        try (RawServer raw = hanging("")) {
            ModelFailure failure = failureOf(call(raw.url(), streaming, timeouts(200, 5_000, 10_000)));
            assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
            assertThat(failure).hasMessage("no answer from " + raw.host() + " within 200 ms");
            assertThat(failure.begun()).isTrue();
        }
    }

    @Test
    void headersAreNotYetTheFirstByteOfAnAnswer() throws Exception {
        try (RawServer raw = hanging(RawServer.STREAM_HEAD)) {
            assertThat(failureOf(call(raw.url(), true, timeouts(300, 100, 10_000))))
                    .hasMessage("no answer from " + raw.host() + " within 300 ms");
        }
    }

    @Test
    void theFirstByteMayTakeLongerThanTheSilenceBetweenPieces() throws Exception {
        try (RawServer raw = new RawServer(peer -> {
            peer.send(RawServer.STREAM_HEAD);
            Thread.sleep(400);
            peer.piece(Shape.OPENAI_STREAM.content("late", "stop"));
        })) {
            assertThat(call(raw.url(), true, timeouts(5_000, 100, 10_000))
                            .execute()
                            .text())
                    .isEqualTo("late");
        }
    }

    @Test
    void silenceInTheMiddleOfAStreamIsEnded() throws Exception {
        try (RawServer raw = new RawServer(peer -> {
            peer.send(RawServer.STREAM_HEAD);
            peer.piece(PIECE);
            peer.hang();
        })) {
            ModelFailure failure = failureOf(call(raw.url(), true, timeouts(5_000, 200, 10_000)));
            assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
            assertThat(failure).hasMessage(raw.host() + " was silent for 200 ms in the middle of its answer");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "event, TOO_SLOW, the answer from % was not whole after 700 ms",
        "comment, TOO_SLOW, the answer from % was not whole after 700 ms",
    })
    void aDripIsEndedByTheTotalTime(String piece, Kind kind, String words) throws Exception {
        try (RawServer raw = new RawServer(peer -> {
            peer.send(RawServer.STREAM_HEAD);
            while (true) {
                peer.piece(piece.equals("event") ? PIECE : ": still here\n\n");
                Thread.sleep(30);
            }
        })) {
            ModelFailure failure = failureOf(call(raw.url(), true, timeouts(5_000, 300, 700)));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure).hasMessage(words.replace("%", raw.host()));
            assertThat(failure.begun()).isTrue();
            raw.awaitCut();
        }
    }

    @Test
    void aCutInTheMiddleOfAStreamIsAFailure() throws Exception {
        try (RawServer raw = new RawServer(peer -> {
            peer.send(RawServer.STREAM_HEAD);
            peer.piece(PIECE);
        })) {
            ModelFailure failure = failureOf(call(raw.url(), true, PATIENT));
            assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
            assertThat(failure.words()).startsWith(raw.host() + " broke off in the middle of its answer");
            assertThat(failure.begun()).isTrue();
        }
    }

    @Test
    void aCutAfterTheFinishReasonIsNone() throws Exception {
        try (RawServer raw = new RawServer(peer -> {
            peer.send(RawServer.STREAM_HEAD);
            peer.piece(Shape.chunk("{\"content\":\"all of it\"}", "\"stop\""));
        })) {
            assertThat(call(raw.url(), true, PATIENT).execute().text()).isEqualTo("all of it");
        }
    }

    @Test
    void aWholeAnswerThatIsShorterThanAnnouncedIsAFailure() throws Exception {
        try (RawServer raw = new RawServer(peer -> peer.send(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"choices\""))) {
            assertThat(failureOf(call(raw.url(), false, PATIENT)).words())
                    .startsWith(raw.host() + " broke off in the middle of its answer");
        }
    }

    @Test
    void aRefusalThatIsCutKeepsItsStatus() throws Exception {
        try (RawServer raw =
                new RawServer(peer -> peer.send("HTTP/1.1 529 Overloaded\r\nContent-Length: 900\r\n\r\nCome back"))) {
            assertThat(failureOf(call(raw.url(), false, PATIENT))).hasMessage("529: Come back");
        }
    }

    @Test
    void aConnectionThatIsResetIsAFailureAndNotTriedAgain() throws Exception {
        try (RawServer raw = new RawServer(peer -> peer.reset())) {
            ModelFailure failure = failureOf(call(raw.url(), true, PATIENT));
            assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
            assertThat(failure.words()).startsWith(raw.host() + " closed the connection without an answer");
            assertThat(failure.begun()).isTrue();
        }
    }

    @Test
    void whatIsNoHttpIsAFailure() throws Exception {
        try (RawServer raw = new RawServer(peer -> peer.send("220 mail ready\r\n"))) {
            assertThat(failureOf(call(raw.url(), true, PATIENT)).kind()).isEqualTo(Kind.TRANSPORT);
        }
    }

    @Test
    void nobodyListeningIsAFailure() throws Exception {
        try (DeadPort dead = new DeadPort()) {
            ModelFailure failure = failureOf(call("http://localhost:" + dead.number(), true, PATIENT));
            assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
            assertThat(failure.words()).startsWith("no connection to localhost:" + dead.number());
            assertThat(failure.begun()).isFalse();
        }
    }

    @Test
    void aConnectionThatIsNotTakenIsEnded() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Who is not accepted fills the queue; after that, connecting hangs.
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 50);
                } catch (IOException e) {
                    break;
                }
            }
            ModelFailure failure =
                    failureOf(call("http://localhost:" + full.getLocalPort(), true, timeouts(300, 300, 10_000)));
            assertThat(failure).hasMessage("no connection to localhost:" + full.getLocalPort() + " within 500 ms");
            assertThat(failure.begun()).isFalse();
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void anUnknownHostIsAFailureThatNamesIt() {
        ModelFailure failure = failureOf(call("http://nowhere.invalid/v1", true, PATIENT));
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure).hasMessage("no address is known for nowhere.invalid: check the base URL and the network");
        assertThat(failure.begun()).isFalse();
    }

    @Test
    void aServerWithoutTlsIsAFailure() throws Exception {
        try (RawServer raw = new RawServer(peer -> peer.send("HTTP/1.1 400 no TLS\r\n\r\n"))) {
            ModelFailure failure = failureOf(call(raw.url().replace("http:", "https:"), true, PATIENT));
            assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
            assertThat(failure.words()).startsWith("no secure connection to " + raw.host());
            assertThat(failure.begun()).isFalse();
        }
    }
}
