package dev.pith.activities.appending;

import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Table {@code append_key}: the idempotency keys of appends, with their answers. Plain JDBC, for speed. */
public final class AppendKeys {

    private static final String FIND = """
            select first_seq, last_seq, known, context_version, body_hash from append_key
            where conversation = ? and key = ?
            """;

    private static final String INSERT = """
            insert into append_key (conversation, key, body_hash, first_seq, last_seq, known, context_version)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PURGE = """
            delete from append_key where ctid = any(array(
              select ctid from append_key where created < now() - interval '30 days' limit ?))
            """;

    private AppendKeys() {}

    /**
     * Returns the answer that an earlier append with this key got.
     *
     * @throws ReusedKeyException if that append had another body
     */
    static Optional<Appended> find(Connection connection, String conversation, IdempotencyKey key) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, conversation);
            find.setString(2, RefusedCharacters.escape(key.value()));
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(5).equals(RefusedCharacters.escape(key.bodyHash()))) {
                    throw new ReusedKeyException(key.value());
                }
                return Optional.of(new Appended(row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4), true));
            }
        }
    }

    /** Stores the answer of an append, in its transaction. */
    static void insert(Connection connection, String conversation, IdempotencyKey key, Appended answer)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, conversation);
            insert.setString(2, RefusedCharacters.escape(key.value()));
            insert.setString(3, RefusedCharacters.escape(key.bodyHash()));
            insert.setLong(4, answer.firstSeq());
            insert.setLong(5, answer.lastSeq());
            insert.setInt(6, answer.known());
            insert.setInt(7, answer.contextVersion());
            insert.executeUpdate();
        }
    }

    /** Deletes up to {@code limit} keys that are older than 30 days; returns the number of deleted rows. */
    public static int purge(Database database, int limit) {
        return database.transact(handle -> handle.execute(PURGE, limit));
    }
}
