package dev.pith.starter.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.pith.starter.devserver.DevServerRelease;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docker-compose.yml must hold, told without a container engine. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("..");
    /** The server in the program of {@link DevServerRelease#PINNED}, as {@code temporal --version} says. */
    private static final Map<String, String> SERVER_OF_RELEASE = Map.of("1.9.1", "1.32.0");

    private JsonNode compose;

    @BeforeEach
    void readFile() throws IOException {
        compose = new YAMLMapper().readTree(ROOT.resolve("docker-compose.yml").toFile());
    }

    @Test
    void file_matchesTheComposeSpecification() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/compose-spec/compose-spec.json")) {
            ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(file);
            // Neither is an address as the validator wants it, and nothing refers to them.
            schema.remove(List.of("$schema", "$id"));
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V7)
                            .getSchema(schema)
                            .validate(compose))
                    .isEmpty();
        }
    }

    @Test
    void everyImage_isPinnedToAVersion() {
        assertThat(services().filter(service -> !service.getKey().equals("worker")))
                .isNotEmpty()
                .allSatisfy(service ->
                        assertThat(text(service.getValue(), "image")).matches("[a-z/-]+:\\d+\\.\\d+(\\.\\d+)?"));
        assertThat(compose.at("/services/worker/build").asText()).isEqualTo(".");
    }

    @Test
    void temporal_hasTheServerOfThePinnedRelease() {
        String version = SERVER_OF_RELEASE.get(DevServerRelease.PINNED.version());

        assertThat(text(compose.at("/services/temporal"), "image")).isEqualTo("temporalio/server:" + version);
        for (String task : Set.of("temporal-schema", "temporal-namespace")) {
            assertThat(text(compose.at("/services/" + task), "image")).isEqualTo("temporalio/admin-tools:" + version);
        }
    }

    @Test
    void everyService_restartsAndIsCheckedOrWaitedForToEnd() {
        assertThat(services()).allSatisfy(service -> {
            if (isCompleted(service.getKey())) {
                assertThat(text(service.getValue(), "restart")).startsWith("on-failure");
                assertThat(service.getValue().at("/healthcheck/disable").asBoolean())
                        .isTrue();
            } else {
                assertThat(text(service.getValue(), "restart")).isEqualTo("unless-stopped");
                assertThat(service.getValue().at("/healthcheck/test").size()).isGreaterThan(1);
            }
        });
    }

    @Test
    void everyMountedFile_exists() {
        Stream<String> mounted = services()
                .flatMap(service -> texts(service.getValue().path("volumes")))
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.substring(0, volume.indexOf(':')));

        assertThat(mounted)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
    }

    @Test
    void tasks_runScriptsThatExist() {
        assertThat(services().filter(service -> service.getValue().has("entrypoint")))
                .hasSize(2)
                .allSatisfy(service -> assertThat(ROOT.resolve("deploy/temporal")
                                .resolve(service.getValue()
                                        .at("/entrypoint/1")
                                        .asText()
                                        .replace("/deploy/", "")))
                        .isRegularFile());
    }

    @Test
    void worker_hasItsConfigurationItsMemoryItsKeysAndItsTime() throws IOException {
        JsonNode worker = compose.at("/services/worker");
        String dockerfile = Files.readString(ROOT.resolve("Dockerfile"));

        assertThat(texts(worker.path("volumes"))).contains("./deploy/pith.toml:/etc/pith/pith.toml:ro");
        assertThat(text(worker.path("environment"), "PITH_CONFIG")).isEqualTo("/etc/pith/pith.toml");
        assertThat(texts(worker.path("volumes"))).contains("memory:/var/lib/pith/memory");
        assertThat(dockerfile).contains("PITH_HOME=/var/lib/pith", "/var/lib/pith/memory");
        for (String key : Set.of("ANTHROPIC_API_KEY", "OPENAI_API_KEY")) {
            // No value: what the environment of compose holds is passed on.
            assertThat(worker.path("environment").get(key).isNull()).isTrue();
        }
        assertThat(text(worker, "stop_grace_period")).isEqualTo("330s");
    }

    private boolean isCompleted(String service) {
        return services()
                .map(other -> other.getValue()
                        .path("depends_on")
                        .path(service)
                        .path("condition")
                        .asText())
                .anyMatch("service_completed_successfully"::equals);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private Stream<Map.Entry<String, JsonNode>> services() {
        return compose.path("services").properties().stream();
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText);
    }
}
