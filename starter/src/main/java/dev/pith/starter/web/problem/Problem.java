package dev.pith.starter.web.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reason a request cannot be served, for its sender. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProblemKind kind;
    private final transient Map<String, Object> members;

    private Problem(ProblemKind kind, String detail, Map<String, Object> members, @Nullable Throwable cause) {
        super(detail, cause, false, false);
        this.kind = kind;
        this.members = members;
    }

    /** Creates a problem whose detail names the thing, the rule and the cure. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, Map.of(), null);
    }

    /** Creates a problem with further members, such as the current value that a condition was checked against. */
    public static Problem of(ProblemKind kind, String detail, Map<String, Object> members) {
        return new Problem(kind, detail, members, null);
    }

    /** Creates a problem with the exception behind it, which is logged and not sent. */
    public static Problem because(ProblemKind kind, String detail, Throwable cause) {
        return new Problem(kind, detail, Map.of(), cause);
    }

    /** Returns a problem of a thing that is not stored. */
    public static Problem missing(String thing, String id) {
        return of(ProblemKind.NOT_FOUND, "there is no " + thing + " \"" + id + "\"");
    }

    /** Returns the kind, which determines status and type. */
    public ProblemKind kind() {
        return kind;
    }

    /** Returns the detail. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Returns the further members. */
    public Map<String, Object> members() {
        return members;
    }
}
