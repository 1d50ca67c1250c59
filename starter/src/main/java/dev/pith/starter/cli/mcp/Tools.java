package dev.pith.starter.cli.mcp;

import static dev.pith.starter.cli.mcp.Tool.optional;
import static dev.pith.starter.cli.mcp.Tool.required;

import dev.pith.activities.search.SearchIndex;
import dev.pith.activities.store.Database;
import java.util.List;

/** The tools of the MCP server. Each answers in text: results first, with the ids for the next call. */
final class Tools {

    private static final String CONVERSATION = "id of a conversation, or a unique beginning of it";

    private Tools() {}

    static List<Tool> of(Database database, SearchIndex index, Scope scope) {
        SearchTool search = new SearchTool(database, index, scope);
        ReadingTools reading = new ReadingTools(database, scope);
        return List.of(
                new Tool(
                        "search",
                        "Find what was said, done or decided in earlier sessions, also what a summary left out: messages,"
                                + " summaries, gists and memories by words, paths, error codes or ids. Put words that"
                                + " must occur as they are in double quotes. Searches the sessions of this project"
                                + " unless everywhere is true.",
                        List.of(
                                required("query", "string", "words, paths or ids; more words are better"),
                                optional("everywhere", "boolean", "search the sessions of all projects"),
                                optional("conversation", "string", CONVERSATION),
                                optional("kind", "string", "message, summary, gist or memory"),
                                optional("origin", "string", "person, agent, harness or native_summary"),
                                optional("limit", "integer", "how many results, 1 to 50 (default: 8)")),
                        search::answer),
                new Tool(
                        "expand",
                        "Read what a summary was made from: earlier summaries and the original messages.",
                        List.of(
                                required("summary", "string", "id of a summary, as search and context print it"),
                                optional("depth", "integer", "levels of summaries to open, 1 to 10 (default: 1)"),
                                optional("from", "integer", "number of the message to begin at"),
                                optional("budget", "integer", "the most tokens, to 20000 (default: 6000)")),
                        reading::expand),
                new Tool(
                        "read",
                        "Read original messages of a conversation, whole and in order.",
                        List.of(
                                required("conversation", "string", CONVERSATION),
                                optional("from", "integer", "number of the first message (default: 1)"),
                                optional("to", "integer", "number of the last message (default: 10 more)"),
                                optional(
                                        "around",
                                        "string",
                                        "a word or string: of a message longer than the budget, the part around it is"
                                                + " kept, else its beginning and end"),
                                optional("budget", "integer", "the most tokens, to 20000 (default: 6000)")),
                        reading::read),
                new Tool(
                        "context",
                        "Read the compacted context of a conversation: its live summaries, then its last messages. Without"
                                + " a conversation, that of the newest session of this project.",
                        List.of(
                                optional("conversation", "string", CONVERSATION),
                                optional("budget", "integer", "the most tokens, to 20000 (default: 6000)")),
                        reading::context),
                new Tool(
                        "conversations",
                        "List the stored conversations of this project, newest first.",
                        List.of(
                                optional("everywhere", "boolean", "list those of all projects"),
                                optional("limit", "integer", "how many, 1 to 100 (default: 20)")),
                        reading::conversations),
                new Tool(
                        "memories",
                        "List facts, decisions, preferences and constraints that were kept from earlier sessions of this"
                                + " project, newest first.",
                        List.of(
                                optional("everywhere", "boolean", "list those of all projects"),
                                optional("limit", "integer", "how many, 1 to 100 (default: 30)")),
                        reading::memories));
    }
}
