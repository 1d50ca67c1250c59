package dev.pith.starter.importing.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.List;

/** Determines who wrote a line of Claude Code: nine in ten {@code user} lines are not a person's. */
final class ClaudeOrigins {

    private ClaudeOrigins() {}

    /** Returns who wrote a line in the user's role, part by part. */
    static HarnessMarkup.Told ofUser(JsonNode line, List<Part> parts) {
        if (JsonFields.flag(line, "isCompactSummary")) {
            return new HarnessMarkup.Told(Origin.NATIVE_SUMMARY, parts);
        }
        boolean put = JsonFields.flag(line, "isMeta")
                || JsonFields.flag(line, "isVisibleInTranscriptOnly")
                || JsonFields.text(line, "sourceToolUseID") != null
                || !JsonFields.text(line.path("origin"), "kind", "human").equals("human");
        return put ? new HarnessMarkup.Told(Origin.HARNESS, parts) : HarnessMarkup.told(parts);
    }

    /** Returns who wrote an assistant line: the program writes errors and placeholders under the model's name. */
    static Origin ofAssistant(JsonNode line) {
        boolean synthetic = JsonFields.flag(line, "isApiErrorMessage")
                || JsonFields.text(line.path("message"), "model", "").equals("<synthetic>");
        return synthetic ? Origin.HARNESS : Origin.AGENT;
    }
}
