package dev.pith.starter.runtime;

import com.sun.security.auth.module.UnixSystem;
import java.util.List;

/** PostgreSQL refuses to run as root, and runs as nobody in a user namespace of its own instead. */
final class UserNamespace {

    private static final List<String> UNSHARE = List.of("unshare", "-U");

    private UserNamespace() {}

    /** What to put before a command of PostgreSQL's: nothing, except for root. */
    static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        if (!isAllowed()) {
            throw new RuntimeProblem(
                    "PostgreSQL does not run as root, and no user namespace is allowed here (unshare -U failed)",
                    "Run Pith as another user, or name a PostgreSQL server with --jdbc-url");
        }
        return UNSHARE;
    }

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    static boolean isAllowed() {
        return Shell.run("unshare", "-U", "true").succeeded();
    }
}
