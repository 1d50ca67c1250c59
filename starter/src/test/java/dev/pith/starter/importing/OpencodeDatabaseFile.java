package dev.pith.starter.importing;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A database as opencode makes it, with the tables of both versions, in the hands of a running opencode. */
final class OpencodeDatabaseFile extends SqliteFile {

    private static final String[] TABLES = {
        """
        CREATE TABLE session (id text PRIMARY KEY, project_id text NOT NULL, parent_id text, slug text NOT NULL,
          directory text NOT NULL, title text NOT NULL, version text NOT NULL, revert text,
          time_created integer NOT NULL, time_updated integer NOT NULL, time_archived integer)""",
        """
        CREATE TABLE message (id text PRIMARY KEY, session_id text NOT NULL, time_created integer NOT NULL,
          time_updated integer NOT NULL, data text NOT NULL)""",
        "CREATE INDEX message_idx ON message (session_id, time_created, id)",
        """
        CREATE TABLE part (id text PRIMARY KEY, message_id text NOT NULL, session_id text NOT NULL,
          time_created integer NOT NULL, time_updated integer NOT NULL, data text NOT NULL)""",
        "CREATE INDEX part_idx ON part (message_id, id)",
        """
        CREATE TABLE session_v2 (id text PRIMARY KEY, project_id text NOT NULL, parent_id text, fork_session_id text,
          slug text NOT NULL, directory text NOT NULL, title text, version text NOT NULL, revert text,
          time_created integer NOT NULL, time_updated integer NOT NULL)""",
        """
        CREATE TABLE session_message (id text PRIMARY KEY, session_id text NOT NULL, type text NOT NULL,
          seq integer NOT NULL, time_created integer NOT NULL, time_updated integer NOT NULL, data text NOT NULL)""",
        "CREATE UNIQUE INDEX session_message_idx ON session_message (session_id, seq)",
    };

    private long clock = 1_767_323_045_000L;
    private int seq;

    OpencodeDatabaseFile(Path file) throws SQLException {
        this(file, "WAL");
    }

    OpencodeDatabaseFile(Path file, String journal) throws SQLException {
        super(file);
        run("PRAGMA journal_mode = " + journal);
        for (String table : TABLES) {
            run(table);
        }
    }

    /** Adds a session of opencode 1. */
    void session(String id, @Nullable String parent, String title) throws SQLException {
        run(
                "INSERT INTO session VALUES (?, 'p', ?, 'slug', '/repo', ?, '1.2.24', NULL, ?, ?, NULL)",
                id,
                parent,
                title,
                ++clock,
                clock);
    }

    /** Adds a message of opencode 1 whose parts are these. */
    void message(String session, String id, String info, String... parts) throws SQLException {
        run("INSERT INTO message VALUES (?, ?, ?, ?, ?)", id, session, ++clock, clock, info);
        for (int i = 0; i < parts.length; i++) {
            run("INSERT INTO part VALUES (?, ?, ?, ?, ?, ?)", "prt_" + id + i, id, session, clock, clock, parts[i]);
        }
    }

    /** Adds a session of opencode 2. */
    void session2(String id, @Nullable String parent, @Nullable String fork, @Nullable String title)
            throws SQLException {
        run(
                "INSERT INTO session_v2 VALUES (?, 'p', ?, ?, 'slug', '/repo', ?, '2.0.12', NULL, ?, ?)",
                id,
                parent,
                fork,
                title,
                ++clock,
                clock);
    }

    /** Adds a message of opencode 2. */
    void message2(String session, String id, String type, String data) throws SQLException {
        message2(session, id, type, data, ++clock);
    }

    /** Adds what opencode 2 made of a message of opencode 1. */
    void copied(String session, String id, String type, String data) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT time_created FROM message WHERE id = ?")) {
            query.setString(1, id);
            message2(session, id, type, data, query.executeQuery().getLong(1));
        }
    }

    private void message2(String session, String id, String type, String data, long created) throws SQLException {
        run(
                "INSERT INTO session_message VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                session,
                type,
                ++seq,
                created,
                created,
                data);
    }
}
