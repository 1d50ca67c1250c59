package dev.pith.activities.identifiers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds names that a list can omit because a longer name in it contains them. */
final class Implied {

    private Implied() {}

    /** Returns the parent folders of listed paths, the names in listed commands, the parts of dotted symbols. */
    static Set<String> by(List<Traces.Named> listed) {
        Set<String> implied = new HashSet<>();
        for (Traces.Named one : listed) {
            String text = one.text();
            switch (one.kind()) {
                case PATH, REF -> {
                    for (int slash = text.indexOf('/', 1); slash > 0; slash = text.indexOf('/', slash + 1)) {
                        implied.add(text.substring(0, slash));
                    }
                }
                case COMMAND -> {
                    for (String word : text.split("[ =]", -1)) {
                        implied.add(word);
                    }
                }
                case SYMBOL -> {
                    if (text.indexOf('.') > 0) {
                        implied.addAll(List.of(text.split("\\.", -1)));
                    }
                }
                default -> {}
            }
        }
        return implied;
    }
}
