package dev.pith.activities.store;

import dev.pith.activities.conversation.Ranges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps an {@code int8multirange}, which PostgreSQL writes with exclusive upper bounds: {@code {[1,5),[7,9)}}. */
final class MultirangeMapper implements ColumnMapper<Ranges> {

    private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");

    @Override
    public Ranges map(ResultSet row, int column, StatementContext context) throws SQLException {
        List<Ranges.Range> ranges = new ArrayList<>();
        Matcher matcher = RANGE.matcher(row.getString(column));
        while (matcher.find()) {
            ranges.add(new Ranges.Range(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)) - 1));
        }
        return new Ranges(ranges);
    }
}
