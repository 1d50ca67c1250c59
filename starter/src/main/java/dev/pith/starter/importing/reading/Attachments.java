package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.Part;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Images, files and sounds in a conversation: only their names are stored. */
public final class Attachments {

    private static final Set<String> TYPES = Set.of(
            "image", "image_url", "input_image", "document", "file", "input_file", "input_audio", "audio", "video");

    private Attachments() {}

    /** Returns whether a block of this type is recorded by name only. */
    public static boolean isAttachment(String type) {
        return TYPES.contains(type);
    }

    public static Part of(String type, JsonNode block) {
        JsonNode source = block.path("source");
        String url = url(block, source);
        String mediaType = JsonFields.firstText(block, "mime", "mimeType", "media_type");
        if (mediaType == null) {
            mediaType = JsonFields.text(source, "media_type");
        }
        if (mediaType == null) {
            mediaType = declared(url);
        }
        String data = JsonFields.firstText(block, "data", "file_data");
        data = data == null ? JsonFields.text(source, "data") : data;
        boolean inline = data != null || declared(url) != null;
        String payload = data == null ? url : data;
        long size = inline && payload != null ? decodedSize(payload) : 0;
        return new Part.Attachment(name(type, block, url), mediaType, size);
    }

    private static String name(String type, JsonNode block, @Nullable String url) {
        String given = JsonFields.firstText(block, "filename", "name", "title", "file_id");
        if (given != null && !given.isBlank()) {
            return given;
        }
        return url == null || declared(url) != null || url.isBlank() ? type : url;
    }

    private static @Nullable String url(JsonNode block, JsonNode source) {
        String url = JsonFields.firstText(block, "url", "image_url", "file_url");
        url = url == null ? JsonFields.text(block.path("image_url"), "url") : url;
        return url == null ? JsonFields.firstText(source, "url", "path") : url;
    }

    private static @Nullable String declared(@Nullable String url) {
        if (url == null || !url.startsWith("data:")) {
            return null;
        }
        int end = url.indexOf(';');
        int comma = url.indexOf(',');
        int stop = end > 0 && (comma < 0 || end < comma) ? end : comma;
        return stop > 5 ? url.substring(5, stop) : "application/octet-stream";
    }

    private static long decodedSize(String base64) {
        int start = base64.startsWith("data:") ? base64.indexOf(',') + 1 : 0;
        return (base64.length() - start) * 3L / 4;
    }
}
