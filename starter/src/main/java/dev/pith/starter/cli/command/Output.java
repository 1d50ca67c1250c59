package dev.pith.starter.cli.command;

import java.util.Locale;

/** The output format of results. */
public enum Output {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
