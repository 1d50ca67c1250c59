package dev.pith.activities.store;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Maps rows to records by the names of their components. Jdbi's mapper reads the annotations of all components for each
 * result; this one keeps what it found for the columns of a result. Thread-safe.
 */
final class RecordMappers implements RowMapperFactory {

    private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

    /** Returns a mapper for a record that no column is mapped to. */
    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        Class<?> record = GenericTypes.getErasedType(type);
        boolean isRow = record.isRecord()
                && config.get(ColumnMappers.class).findFor(type).isEmpty();
        return isRow ? Optional.of(mappers.computeIfAbsent(record, OfRecord::new)) : Optional.empty();
    }

    private static final class OfRecord<T> implements RowMapper<T> {

        private final RowMapper<T> mapper;
        private final Map<List<String>, RowMapper<T>> byColumns = new ConcurrentHashMap<>();

        OfRecord(Class<T> record) {
            this.mapper = ConstructorMapper.of(record);
        }

        @Override
        public T map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        @Override
        public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
            List<String> columns = columns(rows.getMetaData());
            RowMapper<T> known = byColumns.get(columns);
            if (known == null) {
                known = mapper.specialize(rows, context);
                byColumns.put(columns, known);
            }
            return known;
        }

        private static List<String> columns(ResultSetMetaData result) throws SQLException {
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= result.getColumnCount(); column++) {
                columns.add(result.getColumnLabel(column));
            }
            return columns;
        }
    }
}
