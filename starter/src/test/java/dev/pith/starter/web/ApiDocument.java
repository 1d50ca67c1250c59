package dev.pith.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The document that describes the API: every answer that a test gets is held against it. */
final class ApiDocument {

    static final JsonNode DOCUMENT = read();

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private ApiDocument() {}

    private static JsonNode read() {
        try (InputStream in = ApiDocument.class.getResourceAsStream("/web/openapi.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks an answer of the API: its status is described, and its body as described. */
    static void check(String method, String path, HttpResponse<String> answer, JsonNode body) {
        Optional<Map.Entry<String, JsonNode>> described = DOCUMENT.path("paths").properties().stream()
                .filter(each ->
                        Pattern.matches(each.getKey().replaceAll("\\{[a-z]+}", "[^/]+"), path.replaceAll("\\?.*", "")))
                .min((one, other) -> Integer.compare(
                        one.getKey().indexOf('{') < 0 ? 0 : 1, other.getKey().indexOf('{') < 0 ? 0 : 1));
        if (described.isEmpty()) {
            return;
        }
        JsonNode operation = described.get().getValue().path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            assertThat(answer.statusCode()).isEqualTo(405);
            return;
        }
        JsonNode responses = operation.path("responses");
        JsonNode response = responses.has(String.valueOf(answer.statusCode()))
                ? responses.path(String.valueOf(answer.statusCode()))
                : responses.path("default");
        if (answer.statusCode() < 300) {
            assertThat(responses.has(String.valueOf(answer.statusCode())))
                    .as("%s %s describes %s", method, described.get().getKey(), answer.statusCode())
                    .isTrue();
        }
        if (response.has("$ref")) {
            response = DOCUMENT.at(response.path("$ref").asText().substring(1));
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode schema = response.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            assertThat(answer.body())
                    .as("%s %s has a body that is not described", method, path)
                    .isEmpty();
            return;
        }
        assertThat(schema(schema).validate(body))
                .as("%s %s: %s", method, path, answer.body())
                .isEmpty();
    }

    private static JsonSchema schema(JsonNode schema) {
        ObjectNode whole = DOCUMENT.deepCopy();
        return SCHEMAS.getSchema(whole.setAll((ObjectNode) schema.deepCopy()));
    }
}
