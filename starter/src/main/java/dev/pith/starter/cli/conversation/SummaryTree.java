package dev.pith.starter.cli.conversation;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import dev.pith.starter.overview.VersionDiff;
import dev.pith.starter.wording.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The live summaries of a context version with what each was made from, down to the messages; then the live messages
 * and the abandoned ones.
 */
final class SummaryTree {

    private final Database database;
    private final Conversation conversation;
    private final ContextVersion version;
    private final int depth;
    private final Map<String, Summary> stored;

    /** @param depth the number of levels of summaries below the live ones */
    SummaryTree(Database database, Conversation conversation, ContextVersion version, int depth) {
        this.database = database;
        this.conversation = conversation;
        this.version = version;
        this.depth = depth;
        this.stored = database.table(Summaries.class).of(conversation.id()).stream()
                .collect(Collectors.toMap(Summary::id, Function.identity()));
    }

    /** Prints the tree under a line with the version's totals. */
    void print(PrintWriter out) {
        List<Node> roots = roots();
        Ranges live = version.live(conversation.messages());
        if (!live.isEmpty()) {
            roots.add(Node.leaf("live messages " + live + "  " + Numbers.of(live.size(), "message") + ", "
                    + Numbers.of(VersionDiff.liveTokens(database, conversation, version), "token")));
        }
        if (!version.abandoned().isEmpty()) {
            roots.add(Node.leaf("abandoned messages " + version.abandoned() + "  "
                    + Numbers.of(version.abandoned().size(), "message")));
        }
        out.println("Version " + version.version() + " of " + conversation.id() + ": "
                + Numbers.of(version.summaries().size(), "live summary", "live summaries") + ", "
                + Numbers.of(live.size(), "live message"));
        print(roots, "", out);
    }

    /** Returns the tree as nested objects. */
    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("conversation", conversation.id());
        object.put("version", version.version());
        object.put("summaries", roots().stream().map(Node::object).toList());
        object.put("live", ShownConversation.ranges(version.live(conversation.messages())));
        object.put("abandoned", ShownConversation.ranges(version.abandoned()));
        return object;
    }

    private record Node(String label, Map<String, Object> object, List<Node> below) {

        static Node leaf(String label) {
            return new Node(label, Map.of(), List.of());
        }
    }

    private List<Node> roots() {
        List<Node> roots = new ArrayList<>();
        for (String id : version.summaries()) {
            Summary summary = stored.get(id);
            if (summary != null) {
                roots.add(node(summary, true, depth));
            }
        }
        return roots;
    }

    private Node node(Summary summary, boolean live, int levels) {
        List<Node> below = new ArrayList<>();
        int closed = 0;
        for (Summaries.Source source : database.table(Summaries.class).sources(summary.id())) {
            Summary made = source.sourceSummary() == null ? null : stored.get(source.sourceSummary());
            if (made == null) {
                below.add(new Node(
                        SummaryLine.messages(source.fromSeq(), source.toSeq()),
                        Map.of("from", source.fromSeq(), "to", source.toSeq()),
                        List.of()));
            } else if (levels > 0) {
                below.add(node(made, false, levels - 1));
            } else {
                closed++;
            }
        }
        if (closed > 0) {
            below.add(
                    0,
                    new Node(
                            "… " + Numbers.of(closed, "earlier summary", "earlier summaries") + ": --depth "
                                    + (depth + 1) + " shows more",
                            Map.of("closed", closed),
                            List.of()));
        }
        Map<String, Object> object = new LinkedHashMap<>(ShownConversation.summary(summary, live, false, false));
        object.put(
                "earliest",
                summary.earliest() == null ? null : summary.earliest().toString());
        object.put("latest", summary.latest() == null ? null : summary.latest().toString());
        object.put("sources", below.stream().map(Node::object).toList());
        return new Node(SummaryLine.of(summary), object, below);
    }

    private static void print(List<Node> nodes, String indent, PrintWriter out) {
        for (int i = 0; i < nodes.size(); i++) {
            boolean last = i == nodes.size() - 1;
            out.println(indent + (last ? "└─ " : "├─ ") + nodes.get(i).label());
            print(nodes.get(i).below(), indent + (last ? "   " : "│  "), out);
        }
    }
}
