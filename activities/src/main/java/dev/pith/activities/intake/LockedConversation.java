package dev.pith.activities.intake;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The row of a conversation, locked until the transaction ends: appends and commits of one conversation are serialized.
 *
 * @param messages the number of its messages, which is the position of the last one
 */
public record LockedConversation(String id, long messages, int contextVersion) {

    private static final String LOCK = """
            select messages, context_version from conversation where id = ? for update
            """;

    /** Locks a conversation; empty if it is not stored. */
    public static Optional<LockedConversation> lock(Handle handle, String id) throws SQLException {
        // Plain JDBC: attaching the interface of the table costs more than the statement.
        try (PreparedStatement statement = handle.getConnection().prepareStatement(LOCK)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new LockedConversation(id, row.getLong(1), row.getInt(2)))
                        : Optional.empty();
            }
        }
    }
}
