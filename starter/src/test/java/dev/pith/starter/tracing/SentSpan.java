package dev.pith.starter.tracing;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A span as a collector gets it, read from the bytes of OTLP by the numbers of its fields.
 *
 * @param parent empty without one
 * @param kind 1 internal, 2 server, 3 client
 * @param attributes their values as text, lists joined by commas
 * @param failed whether its status is an error
 * @param status the words of the status
 * @param process the id of the process that sent it
 */
public record SentSpan(
        String trace,
        String id,
        String parent,
        String name,
        int kind,
        Map<String, String> attributes,
        boolean failed,
        String status,
        int events,
        String process) {

    private static final int STATUS = 15;
    private static final long ERROR = 2;

    static List<SentSpan> read(byte[] body) {
        List<SentSpan> spans = new ArrayList<>();
        for (UnknownFieldSet resource : messages(parsed(ByteString.copyFrom(body)), 1)) {
            String process = attributes(messages(resource, 1).get(0), 1).getOrDefault("service.instance.id", "");
            for (UnknownFieldSet scope : messages(resource, 2)) {
                messages(scope, 2).forEach(span -> spans.add(of(span, process)));
            }
        }
        return spans;
    }

    private static SentSpan of(UnknownFieldSet span, String process) {
        List<UnknownFieldSet> status = messages(span, STATUS);
        return new SentSpan(
                hex(span, 1),
                hex(span, 2),
                hex(span, 4),
                text(span, 5),
                span.getField(6).getVarintList().get(0).intValue(),
                attributes(span, 9),
                status.stream()
                        .anyMatch(each -> each.getField(3).getVarintList().contains(ERROR)),
                status.stream().map(each -> text(each, 2)).findFirst().orElse(""),
                messages(span, 11).size(),
                process);
    }

    private static Map<String, String> attributes(UnknownFieldSet holder, int field) {
        Map<String, String> attributes = new TreeMap<>();
        messages(holder, field)
                .forEach(pair ->
                        attributes.put(text(pair, 1), value(messages(pair, 2).get(0))));
        return attributes;
    }

    private static String value(UnknownFieldSet value) {
        if (value.hasField(1)) {
            return text(value, 1);
        }
        if (value.hasField(5)) {
            return String.join(
                    ",",
                    messages(messages(value, 5).get(0), 1).stream()
                            .map(SentSpan::value)
                            .toList());
        }
        int field = value.hasField(2) ? 2 : 3;
        long number = value.getField(field).getVarintList().get(0);
        return field == 2 ? String.valueOf(number == 1) : String.valueOf(number);
    }

    private static String text(UnknownFieldSet holder, int field) {
        return holder.getField(field).getLengthDelimitedList().stream()
                .map(ByteString::toStringUtf8)
                .findFirst()
                .orElse("");
    }

    private static String hex(UnknownFieldSet holder, int field) {
        return holder.getField(field).getLengthDelimitedList().stream()
                .map(bytes -> HexFormat.of().formatHex(bytes.toByteArray()))
                .findFirst()
                .orElse("");
    }

    private static List<UnknownFieldSet> messages(UnknownFieldSet holder, int field) {
        return holder.getField(field).getLengthDelimitedList().stream()
                .map(SentSpan::parsed)
                .toList();
    }

    private static UnknownFieldSet parsed(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
