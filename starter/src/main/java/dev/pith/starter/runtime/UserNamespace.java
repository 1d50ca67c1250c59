package dev.pith.starter.runtime;

import com.sun.security.auth.module.UnixSystem;
import java.util.List;

/** Runs PostgreSQL as the user nobody in a user namespace, since it refuses to run as root. */
final class UserNamespace {

    private static final List<String> UNSHARE = List.of("unshare", "-U");

    private UserNamespace() {}

    /** Returns the prefix of a PostgreSQL command: empty unless this process runs as root. */
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
