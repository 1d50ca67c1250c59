package dev.pith.activities.identifiers;

import java.util.Objects;

/** A name as it stands in a text. */
public record Identifier(IdentifierKind kind, String text) {
    public Identifier {
        Objects.requireNonNull(kind, "kind");
        if (text.isBlank()) {
            throw new IllegalArgumentException("identifier is blank: it must hold at least one visible character");
        }
    }
}
