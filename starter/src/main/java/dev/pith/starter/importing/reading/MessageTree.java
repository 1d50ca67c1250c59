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
 * Messages that form a tree: editing a request or asking for another reply begins a branch. They are written branch by
 * branch in the order of the source; those that do not lead to the current one are taken back.
 */
public final class MessageTree {

    private record Node(@Nullable String parent, JsonNode message, List<String> children) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final @Nullable String current;

    /** @param current the last message of the branch that counts; null where that is the last one that came */
    public MessageTree(@Nullable String current) {
        this.current = current;
    }

    /** The next message; one without an id is passed over. */
    public void add(@Nullable String id, @Nullable String parent, JsonNode message) {
        if (id != null) {
            nodes.putIfAbsent(id, new Node(parent, message, new ArrayList<>()));
        }
    }

    /**
     * Writes all of them.
     *
     * @param reading makes a message of a node; null where it is none
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

    /** Parents before their children, a branch to its end before the next one. */
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

    /** From the current message up; all, where the source does not say which one that is. */
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
