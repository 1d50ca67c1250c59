package dev.pith.activities.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All keys recognized by their prefix, indexed by its first character. */
final class Shapes {

    private static final List<Shape> ALL = Stream.of(
                    ModelShapes.all(),
                    ForgeShapes.all(),
                    CloudShapes.all(),
                    ServiceShapes.all(),
                    PrivateKeyShapes.all())
            .flatMap(List::stream)
            .toList();

    private static final List<List<Shape>> BY_FIRST = new ArrayList<>();

    static {
        for (int c = 0; c < 128; c++) {
            BY_FIRST.add(new ArrayList<>());
        }
        // Longest prefix first: an Anthropic key starts like an OpenAI key.
        ALL.stream()
                .sorted(Comparator.comparingInt((Shape shape) -> -shape.prefix().length()))
                .forEach(shape -> BY_FIRST.get(shape.prefix().charAt(0)).add(shape));
    }

    private Shapes() {}

    /** Returns all shapes, for the documentation tests. */
    static List<Shape> all() {
        return ALL;
    }

    /** Returns the secret that starts here, or null. */
    static @Nullable Finding at(String text, int at) {
        char first = text.charAt(at);
        if (first >= 128) {
            return null;
        }
        List<Shape> candidates = BY_FIRST.get(first);
        for (int i = 0; i < candidates.size(); i++) {
            int end = candidates.get(i).end(text, at);
            if (end >= 0 && !text.startsWith("EXAMPLE", end - 7)) {
                return new Finding(at, end, candidates.get(i).kind(), SecretForm.PREFIX);
            }
        }
        return null;
    }
}
