package dev.pith.starter.devserver;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Call;
import okhttp3.Response;

/** Limits the wait for the head of a response, since name resolution has no timeout of its own. */
final class PromptCall {

    private PromptCall() {}

    /** Returns the response; a failure has a short cause as its message. */
    static Response execute(Call call, Duration patience) throws IOException {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(call, answer), "pith-download");
        thread.setDaemon(true);
        thread.start();
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(false);
            call.cancel();
            throw new IOException("no answer within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(cause(Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static void run(Call call, CompletableFuture<Response> answer) {
        try {
            Response response = call.execute();
            if (!answer.complete(response)) {
                response.close();
            }
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private static String cause(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "its name is not known here (no network?)";
        }
        if (failure instanceof SSLHandshakeException && failure.getCause() instanceof CertificateException) {
            return "its certificate is not trusted here: name the one that signed it in SSL_CERT_FILE";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
