package dev.pith.starter.web.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * A route of the API.
 *
 * @param path with parameters in braces, such as {@code /v1/conversations/{id}}
 * @param access what its request must be allowed to do
 */
public record Route(HandlerType method, String path, Access access, Handler handler) {

    /** Returns a route that reads. */
    public static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, Access.READ, handler);
    }

    /** Returns a route that starts or changes something. */
    public static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, Access.FULL, handler);
    }

    /** Returns a route that deletes something. */
    public static Route delete(String path, Handler handler) {
        return new Route(HandlerType.DELETE, path, Access.FULL, handler);
    }
}
