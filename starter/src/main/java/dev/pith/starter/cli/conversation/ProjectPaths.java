package dev.pith.starter.cli.conversation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The project directories that apply to a working directory: itself, then its parents, the nearest first. */
public final class ProjectPaths {

    private ProjectPaths() {}

    /** Returns a typed path as sources record it. Only one that begins with a dot is resolved on this machine. */
    public static @Nullable String recorded(@Nullable String typed) {
        return typed == null || !typed.startsWith(".")
                ? typed
                : Path.of(typed).toAbsolutePath().normalize().toString();
    }

    /**
     * Returns each path as given and with symbolic links resolved. The user's home and the root are included only if
     * they are the working directory, because sessions there are about no particular project.
     */
    public static List<String> of(Path here, Path userHome) {
        Set<String> paths = new LinkedHashSet<>();
        @Nullable Path at = here;
        do {
            paths.add(at.toString());
            paths.add(real(at).toString());
            at = at.equals(userHome) ? null : at.getParent();
        } while (at != null && at.getParent() != null && !at.equals(userHome));
        return List.copyOf(paths);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // The directory was deleted meanwhile, so its links cannot be resolved.
            return path;
        }
    }
}
