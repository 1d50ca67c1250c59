package dev.pith.activities.memory.asking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.activities.gateway.UnwrappedReply;
import dev.pith.activities.memory.MemoryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Parses a model's reply: an array of memories, bare, in a fence, or in the field {@code memories} of an object. */
final class MemoryJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MemoryJson() {}

    /** Returns whether a reply has the requested form; an empty list has it. */
    static boolean isMemories(String reply) {
        return array(reply).isPresent();
    }

    /** Returns the claims of a fit reply; leaves out those of unknown kind or without message numbers. */
    static List<Claim> claims(String reply) {
        return array(reply).stream()
                .flatMap(array ->
                        Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get))
                .flatMap(each -> claim(each).stream())
                .toList();
    }

    private static Optional<JsonNode> array(String reply) {
        try {
            JsonNode node = JSON.readTree(UnwrappedReply.of(reply));
            JsonNode array = node.isObject() && node.size() == 1 ? node.path("memories") : node;
            return array.isArray() && all(array) ? Optional.of(array) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean all(JsonNode array) {
        for (JsonNode each : array) {
            if (!each.path("text").isTextual() || !each.path("kind").isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Claim> claim(JsonNode node) {
        Optional<MemoryKind> kind = Stream.of(MemoryKind.values())
                .filter(each ->
                        each.name().equals(node.path("kind").textValue().strip().toUpperCase(Locale.ROOT)))
                .findFirst();
        List<Long> numbers = new ArrayList<>();
        JsonNode messages = node.path("messages");
        (messages.isArray() ? messages : JSON.createArrayNode().add(messages)).forEach(number -> {
            if (number.canConvertToLong() && number.isIntegralNumber()) {
                numbers.add(number.longValue());
            }
        });
        if (kind.isEmpty() || numbers.isEmpty()) {
            return Optional.empty();
        }
        long from = numbers.stream().mapToLong(Long::longValue).min().orElseThrow();
        long to = numbers.stream().mapToLong(Long::longValue).max().orElseThrow();
        return Optional.of(new Claim(kind.get(), node.path("text").textValue(), from, to));
    }
}
