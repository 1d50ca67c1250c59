package dev.pith.starter.web.problem;

import java.util.Locale;

/** The kinds of problems. The type of a problem is {@code urn:pith:problem:} and the constant in lower case. */
public enum ProblemKind {
    BAD_REQUEST(400, "The request cannot be read"),
    UNAUTHORIZED(401, "An access token is needed"),
    FORBIDDEN(403, "This is not allowed"),
    CROSS_ORIGIN(403, "The request comes from another site"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed"),
    BODY_TOO_SLOW(408, "The body comes too slowly"),
    CONFLICT(409, "The request conflicts with the present state"),
    GONE(410, "Deleted"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_TYPE(415, "The type of the body is not supported"),
    WRONG_HOST(421, "The host is not served here"),
    INVALID(422, "The request breaks a rule"),
    TOO_MANY_STREAMS(429, "Too many streams are open"),
    INTERNAL(500, "A defect of Pith"),
    UNAVAILABLE(503, "Not available now");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns a title that is the same for all problems of this kind. */
    public String title() {
        return title;
    }

    /** Returns the URI of the kind. */
    public String type() {
        return "urn:pith:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
