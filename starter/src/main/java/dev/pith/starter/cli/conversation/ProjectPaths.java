package dev.pith.starter.cli.conversation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directories whose sessions are meant where somebody stands in one: itself, then those above it, the nearest first. */
final class ProjectPaths {

    private ProjectPaths() {}

    /**
     * As they are typed and as they are without links. A session that was held in the user's home, or in the root, is about
     * everything and nothing: those count only for who stands in them.
     */
    static List<String> of(Path here, Path userHome) {
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
            // A directory deleted under us has no other name.
            return path;
        }
    }
}
