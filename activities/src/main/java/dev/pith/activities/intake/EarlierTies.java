package dev.pith.activities.intake;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.store.Messages;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Looks up the stored calls and replies that a batch continues, and no others: the ties of the last {@value Ties#REACH}
 * messages, which an import reads once, are too many to read for every small append.
 */
final class EarlierTies {

    private static final String LAST_CALLS = """
            select wanted, found.seq from unnest(?) wanted
            cross join lateral (
              select seq from message
              where conversation = ? and seq > ?
                and parts @> jsonb_build_array(jsonb_build_object('type', 'tool_call', 'callId', wanted))
              order by seq desc limit 1) found
            """;

    private static final String FIRST_LINES = """
            select wanted, found.seq from unnest(?) wanted
            cross join lateral (
              select seq from message
              where conversation = ? and seq > ? and api_message_id = wanted
              order by seq limit 1) found
            """;

    private EarlierTies() {}

    static Ties of(Handle handle, LockedConversation locked, Collection<NewMessage> batch) throws SQLException {
        Ties ties = new Ties();
        for (Found call : find(handle.getConnection(), LAST_CALLS, locked, earlierCalls(batch))) {
            ties.remember(new Messages.Tie(call.seq(), null, List.of(call.id())));
        }
        Set<String> replies = batch.stream()
                .map(NewMessage::apiMessageId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        for (Found reply : find(handle.getConnection(), FIRST_LINES, locked, replies)) {
            ties.remember(new Messages.Tie(reply.seq(), reply.id(), List.of()));
        }
        return ties;
    }

    /** The position of the message that a call or reply is tied to. */
    private record Found(String id, long seq) {}

    private static List<Found> find(Connection connection, String sql, LockedConversation locked, Set<String> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement find = connection.prepareStatement(sql)) {
            Object[] escaped = ids.stream().map(RefusedCharacters::escape).toArray(String[]::new);
            find.setArray(1, connection.createArrayOf("text", escaped));
            find.setString(2, locked.id());
            find.setLong(3, locked.messages() - Ties.REACH);
            List<Found> found = new ArrayList<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    found.add(new Found(RefusedCharacters.unescape(rows.getString(1)), rows.getLong(2)));
                }
            }
            return found;
        }
    }

    /**
     * Returns the calls that results of the batch answer and that no new message before them in the batch makes. A
     * message with an id may be stored already, and then its calls are looked up.
     */
    private static Set<String> earlierCalls(Collection<NewMessage> batch) {
        Set<String> made = new HashSet<>();
        Set<String> earlier = new LinkedHashSet<>();
        for (NewMessage message : batch) {
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolCall call && message.uid() == null) {
                    made.add(call.callId());
                } else if (part instanceof Part.ToolResult result && !made.contains(result.callId())) {
                    earlier.add(result.callId());
                }
            }
        }
        return earlier;
    }
}
