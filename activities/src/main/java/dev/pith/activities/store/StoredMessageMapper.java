package dev.pith.activities.store;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps a row of table {@code message}. */
public final class StoredMessageMapper implements RowMapper<StoredMessage> {

    @Override
    public StoredMessage map(ResultSet row, StatementContext context) throws SQLException {
        Timestamp created = row.getTimestamp("created");
        return new StoredMessage(
                row.getLong("seq"),
                row.getString("uid"),
                row.getString("api_message_id"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                PartsJson.read(row.getString("parts")),
                row.getInt("tokens"),
                created == null ? null : created.toInstant());
    }
}
