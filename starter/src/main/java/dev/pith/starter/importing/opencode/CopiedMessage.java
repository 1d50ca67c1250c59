package dev.pith.starter.importing.opencode;

import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The last message of a session that stands in the tables of opencode 1 and of opencode 2. */
record CopiedMessage(long created, String id, long seq) {

    static final CopiedMessage NONE = new CopiedMessage(Long.MIN_VALUE, "", Long.MIN_VALUE);
    static final CopiedMessage ALL = new CopiedMessage(Long.MAX_VALUE, "", Long.MAX_VALUE);

    /** Selects what opencode 2 added. A message that was copied may be several rows, which all have its time. */
    static final String AFTER = "session_id = ? AND seq > ? AND time_created > ?";

    /** Returns the last copied message; {@link #ALL} if opencode 2 has added nothing to the session. */
    static CopiedMessage of(SqliteDatabase database, String session) throws SQLException {
        try (PreparedStatement query = database.prepare("""
                SELECT m.time_created, m.id, p.seq
                FROM session_message p JOIN message m ON m.id = p.id AND m.session_id = p.session_id
                WHERE p.session_id = ? ORDER BY p.seq DESC LIMIT 1""")) {
            query.setString(1, session);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return NONE;
                }
                CopiedMessage last = new CopiedMessage(row.getLong(1), row.getString(2), row.getLong(3));
                return last.isContinued(database, session) ? last : ALL;
            }
        }
    }

    private boolean isContinued(SqliteDatabase database, String session) throws SQLException {
        try (PreparedStatement query = database.prepare("SELECT 1 FROM session_message WHERE " + AFTER + " LIMIT 1")) {
            bind(query, session);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Sets the parameters of {@link #AFTER}. */
    void bind(PreparedStatement query, String session) throws SQLException {
        query.setString(1, session);
        query.setLong(2, seq);
        query.setLong(3, created);
    }
}
