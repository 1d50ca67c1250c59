package dev.pith.activities.identifiers;

import dev.pith.activities.tokens.TokenCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes the token cost of identifiers in a ledger. Files in one folder share the folder's cost. */
final class TokenBudget {

    private final TokenCounter counter;
    private final Map<String, Integer> files = new HashMap<>();

    TokenBudget(List<Traces.Named> named, TokenCounter counter) {
        this.counter = counter;
        for (Traces.Named one : named) {
            if (one.kind() == IdentifierKind.PATH) {
                files.merge(folder(one.text()), 1, Integer::sum);
            }
        }
    }

    /** Returns the cost of an identifier, in tokens. */
    double of(Identifier identifier) {
        String text = identifier.text();
        if (identifier.kind() != IdentifierKind.PATH) {
            return counter.count(" " + text);
        }
        String folder = folder(text);
        return counter.count(text.substring(folder.length()))
                + 1
                + (double) counter.count(folder) / files.getOrDefault(folder, 1);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
