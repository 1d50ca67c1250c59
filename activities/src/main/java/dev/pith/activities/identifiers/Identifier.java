package dev.pith.activities.identifiers;

import java.util.Objects;

/** An identifier as written in a text. */
public record Identifier(IdentifierKind kind, String text) {
    public Identifier {
        Objects.requireNonNull(kind, "kind");
        if (text.isBlank()) {
            throw new IllegalArgumentException("identifier is blank: it must hold at least one visible character");
        }
    }
}
