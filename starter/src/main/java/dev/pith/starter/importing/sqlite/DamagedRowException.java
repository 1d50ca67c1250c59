package dev.pith.starter.importing.sqlite;

import java.sql.SQLException;

/** A row whose content breaks off. What its database holds of the same session is not to be relied on. */
public final class DamagedRowException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** @param row the row's id */
    public DamagedRowException(String row) {
        super("damaged (the JSON in row " + row + " breaks off)");
    }
}
