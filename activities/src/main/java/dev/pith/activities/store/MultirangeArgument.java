package dev.pith.activities.store;

import dev.pith.activities.conversation.Ranges;
import java.sql.Types;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds ranges as the text of an {@code int8multirange}; the statement must cast it. */
final class MultirangeArgument extends AbstractArgumentFactory<Ranges> {

    MultirangeArgument() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Ranges ranges, ConfigRegistry config) {
        String text = ranges.list().stream()
                .map(range -> "[" + range.from() + "," + (range.to() + 1) + ")")
                .collect(Collectors.joining(",", "{", "}"));
        return (position, statement, context) -> statement.setString(position, text);
    }
}
