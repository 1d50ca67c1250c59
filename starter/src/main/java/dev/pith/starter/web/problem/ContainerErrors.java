package dev.pith.starter.web.problem;

import dev.pith.starter.web.view.Json;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what the container refuses before a route sees it, such as a request that is no HTTP, as problem details. */
public final class ContainerErrors extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemWriter.TYPE);
        // A server that stops ends what still waits: its clients may ask the next one.
        if (!request.getConnectionMetaData().getConnector().isRunning()) {
            Problem stops = Problem.of(ProblemKind.UNAVAILABLE, "the server stops: ask again");
            response.setStatus(stops.kind().status());
            response.getHeaders().put(HttpHeader.RETRY_AFTER, ProblemWriter.RETRY_SECONDS);
            response.write(true, ByteBuffer.wrap(ProblemWriter.bytes(stops)), callback);
        } else {
            response.write(true, ByteBuffer.wrap(body(status)), callback);
        }
    }

    private static byte[] body(int status) {
        String title = HttpStatus.getMessage(status);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", "the server does not take this request: " + title);
        return Json.bytes(problem);
    }
}
