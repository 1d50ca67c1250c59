package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Messages in a tree: an edited request or another reply begins a branch. Messages are written branch by branch in
 * source order; those that are not on the current branch are abandoned.
 */
public final class MessageTree {

    private record Node(@Nullable String parent, JsonNode message, List<String> children) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final @Nullable String current;

    /** @param current the last message of the current branch; null for the last message added */
    public MessageTree(@Nullable String current) {
        this.current = current;
    }

    /** Adds the next message; one without an id is ignored. */
    public void add(@Nullable String id, @Nullable String parent, JsonNode message) {
        if (id != null) {
            nodes.putIfAbsent(id, new Node(parent, message, new ArrayList<>()));
        }
    }

    /**
     * Writes all messages.
     *
     * @param reading converts a node to a message; returns null if it is none
     */
    public void write(ConversationWriter writer, Function<JsonNode, @Nullable NewMessage> reading) {
        List<Long> left = new ArrayList<>();
        Set<String> kept = branch();
        for (String id : inOrder()) {
            Node node = nodes.get(id);
            NewMessage message = node == null ? null : reading.apply(node.message());
            if (message != null) {
                writer.message(message);
                if (!kept.contains(id)) {
                    left.add(writer.count());
                }
            }
        }
        left.forEach(number -> writer.takeBack(number, number));
    }

    /** Returns the ids with parents before children, and each branch complete before the next one. */
    private List<String> inOrder() {
        List<String> order = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        List<String> roots = new ArrayList<>();
        nodes.forEach((id, node) -> {
            Node parent = node.parent() == null ? null : nodes.get(node.parent());
            (parent == null ? roots : parent.children()).add(id);
        });
        Collections.reverse(roots);
        roots.forEach(open::push);
        while (!open.isEmpty()) {
            String id = open.pop();
            order.add(id);
            Node node = nodes.get(id);
            List<String> children = new ArrayList<>(node == null ? List.of() : node.children());
            Collections.reverse(children);
            children.forEach(open::push);
        }
        return order;
    }

    /** Returns the ids from the current message up to the root; all ids if the source names no current message. */
    private Set<String> branch() {
        if (current == null || !nodes.containsKey(current)) {
            return nodes.keySet();
        }
        Set<String> branch = new HashSet<>();
        String id = current;
        while (id != null && branch.add(id)) {
            Node node = nodes.get(id);
            id = node == null ? null : node.parent();
        }
        return branch;
    }
}
