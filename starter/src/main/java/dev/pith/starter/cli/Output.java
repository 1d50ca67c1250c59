package dev.pith.starter.cli;

import java.util.Locale;

/** How results are written. */
enum Output {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
