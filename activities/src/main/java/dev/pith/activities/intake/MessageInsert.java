package dev.pith.activities.intake;

import dev.pith.activities.conversation.RefusedCharacters;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes few messages, and the new counts and times of their conversation, in one statement. COPY takes two round trips
 * for the messages alone, and its statement is parsed each time.
 */
final class MessageInsert {

    private static final String INSERT = """
            with stored as (
              insert into message (conversation, seq, uid, parent_uid, api_message_id, role, origin, parts, tokens,
                                   fingerprint, binds_from, created)
              select ?, seq, uid, parent_uid, api_message_id, role, origin, parts::jsonb, tokens,
                     decode(fingerprint, 'hex'), binds_from, created::timestamptz
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                   as new (seq, uid, parent_uid, api_message_id, role, origin, parts, tokens,
                           fingerprint, binds_from, created))
            update conversation
            set messages = messages + ?, tokens = tokens + ?, updated = now(),
                earliest = least(earliest, ?::timestamptz), latest = greatest(latest, ?::timestamptz)
            where id = ?
            """;

    private static final int MOST_MESSAGES = 100;
    private static final int MOST_BYTES = 500_000;

    private MessageInsert() {}

    /** Returns whether the messages are few and small enough; COPY is faster for others. */
    static boolean suits(List<Placed> messages) {
        return messages.size() <= MOST_MESSAGES
                && messages.stream()
                                .mapToLong(one -> one.encoded().parts().length)
                                .sum()
                        <= MOST_BYTES;
    }

    static void write(
            Connection connection,
            String conversation,
            List<Placed> messages,
            @Nullable Instant earliest,
            @Nullable Instant latest)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Parameters parameters = new Parameters(insert, messages);
            insert.setString(parameters.next(), conversation);
            parameters.numbers(Placed::seq);
            parameters.texts(Placed::uid);
            parameters.texts(one -> escaped(one.encoded().message().parentUid()));
            parameters.texts(one -> escaped(one.encoded().message().apiMessageId()));
            parameters.texts(one -> lower(one.encoded().message().role()));
            parameters.texts(one -> lower(one.encoded().message().origin()));
            parameters.texts(one -> new String(one.encoded().parts(), StandardCharsets.UTF_8));
            parameters.numbers(one -> (long) one.encoded().tokens());
            parameters.texts(one -> one.encoded().fingerprint());
            parameters.numbers(Placed::bindsFrom);
            parameters.texts(one -> text(one.encoded().message().created()));
            insert.setLong(parameters.next(), messages.size());
            insert.setLong(
                    parameters.next(),
                    messages.stream().mapToLong(one -> one.encoded().tokens()).sum());
            // As text, so that the server rounds all times alike.
            insert.setString(parameters.next(), text(earliest));
            insert.setString(parameters.next(), text(latest));
            insert.setString(parameters.next(), conversation);
            insert.executeUpdate();
        }
    }

    /** Sets the parameters in their order, lists as arrays with an element for each message. */
    private static final class Parameters {
        private final PreparedStatement statement;
        private final List<Placed> messages;
        private int last;

        Parameters(PreparedStatement statement, List<Placed> messages) {
            this.statement = statement;
            this.messages = messages;
        }

        int next() {
            return ++last;
        }

        void texts(Function<Placed, @Nullable String> value) throws SQLException {
            Object[] texts = messages.stream().map(value).toArray(String[]::new);
            statement.setArray(next(), statement.getConnection().createArrayOf("text", texts));
        }

        void numbers(Function<Placed, @Nullable Long> value) throws SQLException {
            Object[] numbers = messages.stream().map(value).toArray(Long[]::new);
            statement.setArray(next(), statement.getConnection().createArrayOf("int8", numbers));
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String escaped(@Nullable String text) {
        return text == null ? null : RefusedCharacters.escape(text);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
