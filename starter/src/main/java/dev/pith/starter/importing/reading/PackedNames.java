package dev.pith.starter.importing.reading;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of packed files: the plain file's name and {@value #ENDING}. What a file holds is decided by its content. */
public final class PackedNames {

    /** The ending of a packed file. */
    public static final String ENDING = ".zst";

    private static final String ROLLOUT = "rollout-";

    private PackedNames() {}

    /** Returns the path without the ending of a packed file. */
    public static Path unpacked(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) && name.length() > ENDING.length()
                ? file.resolveSibling(name.substring(0, name.length() - ENDING.length()))
                : file;
    }

    /** Returns whether a path, or the path without the ending of a packed file, ends with a text. */
    public static boolean endsWith(Path file, String ending) {
        return unpacked(file).toString().endsWith(ending);
    }

    /**
     * Returns the packed files whose plain file is there too, each with the plain one. The plain file is in the same
     * folder; a rollout of Codex, whose name is unique, may be in another.
     */
    public static Map<Path, Path> copies(Collection<Path> files) {
        Map<Path, Path> plain = new HashMap<>();
        files.stream().filter(file -> !isPacked(file)).forEach(file -> plain.put(key(file), file));
        Map<Path, Path> copies = new LinkedHashMap<>();
        files.stream().filter(PackedNames::isPacked).forEach(file -> {
            @Nullable Path original = plain.get(key(unpacked(file)));
            if (original != null) {
                copies.put(file, original);
            }
        });
        return copies;
    }

    private static boolean isPacked(Path file) {
        return !unpacked(file).equals(file);
    }

    private static Path key(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(ROLLOUT) ? name : file;
    }
}
