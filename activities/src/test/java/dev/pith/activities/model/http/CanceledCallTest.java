package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.ModelRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Calls that nobody wants any more. */
@Isolated("it counts threads")
@Timeout(20)
class CanceledCallTest extends OverTheNetwork {

    @Test
    void cancelCutsTheConnection() throws Exception {
        try (RawServer raw = endless()) {
            ModelCall call = call(raw.url(), true, PATIENT);
            CompletableFuture<ModelFailure> failure = CompletableFuture.supplyAsync(() -> failureOf(call));
            raw.awaitRequest();
            call.cancel();
            assertThat(failure.get().kind()).isEqualTo(Kind.CANCELED);
            assertThat(failure.get().begun()).isTrue();
            raw.awaitCut();
        }
    }

    @Test
    void anInterruptedThreadEndsItsCall() throws Exception {
        try (RawServer raw = endless()) {
            ModelCall call = call(raw.url(), true, PATIENT);
            CompletableFuture<ModelFailure> failure = new CompletableFuture<>();
            Thread caller = new Thread(() -> failure.complete(failureOf(call)));
            caller.start();
            raw.awaitRequest();
            caller.interrupt();
            assertThat(failure.get().kind()).isEqualTo(Kind.CANCELED);
        }
    }

    @Test
    void cancelWhileThePromptIsStillBeingSentLeavesNothingToAnswer() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ModelRequest large = new ModelRequest("Summarize.", "x".repeat(32 << 20), 300);
            ModelCall call = clients.of(profile("http://localhost:" + deaf.getLocalPort(), true, PATIENT))
                    .newCall(large);
            CompletableFuture<ModelFailure> failure = CompletableFuture.supplyAsync(() -> failureOf(call));
            try (Socket peer = deaf.accept()) {
                assertThat(peer.getInputStream().read()).isEqualTo('P');
                call.cancel();
                assertThat(failure.get().kind()).isEqualTo(Kind.CANCELED);
                assertThat(failure.get().begun()).isFalse();
            }
        }
    }

    @Test
    void cancelBeforeExecutingSendsNothing() {
        ModelCall call = call(url(), true, PATIENT);
        call.cancel();
        ModelFailure failure = failureOf(call);
        assertThat(failure.kind()).isEqualTo(Kind.CANCELED);
        assertThat(failure.begun()).isFalse();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void closingCutsTheCallsThatRun() throws Exception {
        try (RawServer raw = hanging("")) {
            ModelCall call = call(raw.url(), true, PATIENT);
            CompletableFuture<ModelFailure> failure = CompletableFuture.supplyAsync(() -> failureOf(call));
            raw.awaitRequest();
            clients.close();
            assertThat(failure.get().kind()).isEqualTo(Kind.CANCELED);
        }
    }

    @Test
    void closingCutsAnswersThatHaveBegun() throws Exception {
        try (RawServer raw = endless()) {
            ModelCall call = call(raw.url(), true, PATIENT);
            CompletableFuture<ModelFailure> failure = CompletableFuture.supplyAsync(() -> failureOf(call));
            raw.awaitRequest();
            // The answer's first words are read by then.
            Thread.sleep(200);
            clients.close();
            assertThat(failure.get().kind()).isEqualTo(Kind.CANCELED);
            raw.awaitCut();
        }
    }

    @Test
    void noThreadKeepsTheProcess() {
        reply(Shape.OPENAI_STREAM, Shape.OPENAI_STREAM.answer("ok", "stop"));
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("OkHttp")
                        || thread.getName().startsWith("Okio"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }
}
