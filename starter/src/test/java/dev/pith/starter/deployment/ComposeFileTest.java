package dev.pith.starter.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.pith.starter.config.Setting;
import dev.pith.starter.devserver.DevServerRelease;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
        assertThat(services().filter(service -> !service.getValue().has("build")))
                .isNotEmpty()
                .allSatisfy(service ->
                        assertThat(text(service.getValue(), "image")).matches("[a-z/-]+:\\d+\\.\\d+(\\.\\d+)?"));
        for (String own : Set.of("worker", "serve")) {
            assertThat(compose.at("/services/" + own + "/build").asText()).isEqualTo(".");
        }
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

    @Test
    void everyPort_isOpenOnThisMachineOnly() {
        assertThat(services().flatMap(service -> texts(service.getValue().path("ports"))))
                .hasSize(3)
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void serve_hasTheStoreOfTheWorker_andTokensThatTheSettingsKnow() {
        JsonNode environment = compose.at("/services/serve/environment");
        JsonNode worker = compose.at("/services/worker/environment");
        for (String shared : Set.of("PITH_CONFIG", "PITH_JDBC_URL", "PITH_JDBC_PASSWORD", "TEMPORAL_ADDRESS")) {
            assertThat(text(environment, shared))
                    .isEqualTo(text(worker, shared))
                    .isNotEmpty();
        }
        assertThat(texts(compose.at("/services/serve/command"))).containsExactly("serve", "--no-worker");
        assertThat(text(environment, "PITH_WEB_ADDRESS")).isEqualTo("0.0.0.0:7484");
        assertThat(text(environment, "PITH_WEB_TOKENS")).isEqualTo("/etc/pith/access/tokens");
        assertThat(texts(compose.at("/services/serve/volumes"))).contains("./deploy/access:/etc/pith/access:ro");
        assertThat(environment.propertyStream().map(Map.Entry::getKey).filter(name -> name.startsWith("PITH_")))
                .allMatch(name -> name.equals("PITH_CONFIG")
                        || Stream.of(Setting.values())
                                .anyMatch(setting -> setting.variable().equals(name)));
    }

    @Test
    void theCheckOfServe_asksForItsHealth() throws Exception {
        List<String> check =
                texts(compose.at("/services/serve/healthcheck/test")).skip(1).toList();
        assertThat(exit(check, "HTTP/1.0 200 OK")).isZero();
        assertThat(exit(check, "HTTP/1.0 503 Service Unavailable")).isNotZero();
        assertThat(exit(check, 1)).as("nobody listens").isNotZero();
    }

    /** The exit status of a check against a server that answers so. */
    private static int exit(List<String> check, String status) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> answer(server, status));
            int exit = exit(check, server.getLocalPort());
            assertThat(asked.join()).isEqualTo("GET /healthz HTTP/1.0");
            return exit;
        }
    }

    private static int exit(List<String> check, int port) throws Exception {
        List<String> here =
                check.stream().map(part -> part.replace("/7484", "/" + port)).toList();
        return new ProcessBuilder(here).redirectErrorStream(true).start().waitFor();
    }

    private static String answer(ServerSocket server, String status) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            String first = String.valueOf(in.readLine());
            while (!String.valueOf(in.readLine()).isEmpty()) {
                // Headers end with an empty line.
            }
            socket.getOutputStream().write((status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
