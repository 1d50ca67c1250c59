package dev.pith.starter.importing.goose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.reading.Timestamps;
import dev.pith.starter.importing.sqlite.RowJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of Goose's messages.
 *
 * @param shown whether the person sees it; what only the model sees was written by Goose
 * @param kept whether the model sees it; what a compaction replaced it does not
 */
record GooseRow(
        boolean user,
        boolean shown,
        boolean kept,
        List<Part> parts,
        @Nullable Instant created) {

    static GooseRow of(ResultSet row) throws SQLException {
        JsonNode metadata = RowJson.of(row, row.getString("metadata"));
        return new GooseRow(
                "user".equals(row.getString("role")),
                metadata.path("userVisible").asBoolean(true),
                metadata.path("agentVisible").asBoolean(true),
                GooseParts.of(RowJson.of(row, row.getString("content_json"))),
                Timestamps.parse(LongNode.valueOf(row.getLong("created_timestamp"))));
    }

    /** Returns the text, if the row holds nothing else; an empty text if it does. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (Part part : parts) {
            if (!(part instanceof Part.Text)) {
                return "";
            }
            words.append(part.text()).append('\n');
        }
        return words.toString().strip();
    }
}
