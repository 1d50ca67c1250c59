package dev.pith.starter.importing.openclaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.pith.starter.importing.sqlite.DamagedRowException;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The line in a row: as text, or packed with zstd since OpenClaw 2026.9.6. */
final class OpenclawEvent {

    /** The maximum of OpenClaw's own for a packed line, in unpacked bytes. */
    private static final int LARGEST_PACKED = 4 << 20;

    private OpenclawEvent() {}

    static String columns(SqliteDatabase database) throws SQLException {
        return database.columns("transcript_events").contains("event_zstd")
                ? RowJson.columns("event_json", "event_zstd")
                : RowJson.columns("event_json") + ", NULL AS event_zstd";
    }

    static JsonNode of(ResultSet row) throws SQLException {
        byte[] packed = row.getBytes("event_zstd");
        return RowJson.of(row, packed == null ? row.getString("event_json") : unpacked(row, packed));
    }

    private static String unpacked(ResultSet row, byte[] packed) throws SQLException {
        try {
            long size = Zstd.getFrameContentSize(packed);
            if (size <= 0 || size > LARGEST_PACKED) {
                throw new DamagedRowException(row.getString("id"));
            }
            return new String(Zstd.decompress(packed, (int) size), StandardCharsets.UTF_8);
        } catch (ZstdException e) {
            throw new DamagedRowException(row.getString("id"));
        } catch (LinkageError e) {
            throw new SQLException("its rows are packed with zstd, whose library does not load on this machine", e);
        }
    }
}
