package dev.pith.starter.importing.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.SessionName;
import dev.pith.starter.importing.reading.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conversations in one log: the session, and a subagent's transcript for every sidechain. A sidechain is identified
 * by its agent's id, which its file's name may hold, in older logs by the first line of its chain.
 */
final class ClaudeThreads {

    private static final String SOURCE = "claude-code";

    private static final String AGENT = "agent-";

    private final ImportRun run;
    private final @Nullable String name;
    private final @Nullable String agent;
    private final boolean agentsOnly;
    private final Map<String, ConversationWriter> subagents = new HashMap<>();
    private final Map<String, String> chains = new HashMap<>();
    private @Nullable ConversationWriter main;
    private @Nullable String title;
    private int titleRank;

    ClaudeThreads(ImportRun run) {
        this.run = run;
        this.name = nameOf(run.source());
        this.agent = agentOf(run.source().name());
        this.agentsOnly = agent != null && sessionFolder(run.source()) != null;
    }

    ConversationWriter of(JsonNode record) {
        if (agentsOnly || JsonFields.flag(record, "isSidechain")) {
            return subagents.computeIfAbsent(chain(record), id -> run.conversation(subagent(record, id)));
        }
        if (main == null) {
            main = run.conversation(session(record));
        }
        main.describe(null, null, Branch.of(record, "gitBranch"));
        return main;
    }

    /** Sets the title. A user's title takes precedence over the tool's, and a later one over an earlier one. */
    void title(@Nullable String text, int rank) {
        if (text != null && rank >= titleRank) {
            title = text;
            titleRank = rank;
        }
    }

    void end() {
        if (main != null) {
            main.describe(title, null, null);
            main.end();
        }
        subagents.values().forEach(ConversationWriter::end);
    }

    private static Draft draft(JsonNode record, @Nullable String session) {
        return Draft.session(SOURCE, session, null, JsonFields.text(record, "cwd"));
    }

    /**
     * Opens the session. The file's name identifies it: a fork repeats its original's lines, including the session id.
     */
    private Draft session(JsonNode record) {
        String said = JsonFields.text(record, "sessionId");
        String origin = JsonFields.text(record.path("forkedFrom"), "sessionId");
        return draft(record, name == null ? said : name).forkedFrom(origin == null ? said : origin);
    }

    private Draft subagent(JsonNode record, String id) {
        String said = JsonFields.text(record, "sessionId");
        String session = said == null || said.startsWith("agent-") ? folder(said) : said;
        String parent = name == null ? session : name;
        return draft(record, parent).subagent(id, parent);
    }

    /** Returns the session named by a subagent's folder, if the file does not name it. */
    private @Nullable String folder(@Nullable String otherwise) {
        Path session = sessionFolder(run.source());
        return session == null ? otherwise : String.valueOf(session.getFileName());
    }

    /** Returns the session by the file's location: its own name, or for a subagent's file its folder's name. */
    private static @Nullable String nameOf(SourceFile source) {
        Path folder = sessionFolder(source);
        return folder == null ? SessionName.of(source) : SessionName.in(folder.toString());
    }

    private static @Nullable Path sessionFolder(SourceFile source) {
        String path = source.canonicalPath();
        Path folder = path == null ? null : Path.of(path).getParent();
        Path session = folder != null && folder.endsWith("subagents") ? folder.getParent() : null;
        return session == null || session.getFileName() == null ? null : session;
    }

    /** Returns the agent that a file is named after, as in {@code agent-<id>.jsonl}; null if there is none. */
    private static @Nullable String agentOf(String file) {
        String base = String.valueOf(Path.of(file).getFileName());
        int end = base.indexOf('.');
        return base.startsWith(AGENT) && end > AGENT.length() ? base.substring(AGENT.length(), end) : null;
    }

    private String chain(JsonNode record) {
        String named = JsonFields.text(record, "agentId");
        String said = named == null ? agent : named;
        String uuid = JsonFields.text(record, "uuid", "sidechain");
        String parent = JsonFields.text(record, "parentUuid");
        String root = said != null ? said : parent == null ? uuid : chains.getOrDefault(parent, uuid);
        if (agent == null) {
            chains.put(uuid, root);
        }
        return root;
    }
}
