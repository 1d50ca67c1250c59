package dev.pith.starter.importing.sqlite;

import java.sql.SQLException;
import java.util.List;

/** The sessions in a database. */
public interface SessionRows {

    /** Returns the ids of all sessions, oldest first. */
    List<String> ids() throws SQLException;

    /**
     * Reads one session into a conversation, row by row; does nothing if it was deleted meanwhile. If a row cannot be
     * read, the conversation ends before it and nothing of it is abandoned.
     */
    void read(String id) throws SQLException;
}
