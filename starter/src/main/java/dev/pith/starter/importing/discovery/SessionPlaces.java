package dev.pith.starter.importing.discovery;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders in which programs store their sessions: from an environment variable, else the default. */
final class SessionPlaces {

    private final Map<String, String> environment;
    private final Path home;

    SessionPlaces(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    List<Path> of(SessionProgram program) {
        return switch (program) {
            case CLAUDE_CODE -> below(List.of("projects"), "CLAUDE_CONFIG_DIR", ".claude", ".config/claude");
            case CODEX -> below(List.of("sessions", "archived_sessions"), "CODEX_HOME", ".codex");
            case OPENCODE -> List.of(opencode().resolve("storage"));
            case GEMINI -> below(List.of(".gemini/tmp"), "GEMINI_CLI_HOME", "");
            case COPILOT -> below(List.of("session-state"), "COPILOT_HOME", ".copilot");
            case QWEN -> {
                String moved = variable("QWEN_RUNTIME_DIR") == null ? "QWEN_HOME" : "QWEN_RUNTIME_DIR";
                yield below(List.of("projects"), moved, ".qwen");
            }
            case CURSOR -> below(List.of("projects", "chats"), "CURSOR_CONFIG_DIR", ".cursor");
            case KIMI -> below(List.of("sessions"), "KIMI_CODE_HOME", ".kimi-code");
            case DROID -> List.of(home.resolve(".factory/sessions"));
            case GROK -> below(List.of("sessions"), "GROK_HOME", ".grok");
            case ANTIGRAVITY ->
                Stream.of("antigravity", "antigravity-cli", "antigravity-ide")
                        .map(product -> home.resolve(".gemini").resolve(product).resolve("brain"))
                        .toList();
            case OPENCLAW -> below(List.of("agents"), "OPENCLAW_STATE_DIR", ".openclaw");
            case HERMES, GOOSE -> List.of();
            case PI -> {
                Path sessions = variable("PI_CODING_AGENT_SESSION_DIR");
                yield sessions == null
                        ? below(List.of("sessions"), "PI_CODING_AGENT_DIR", ".pi/agent")
                        : List.of(sessions);
            }
        };
    }

    /** Returns the databases of a program, whether they exist or not. */
    List<Path> databases(SessionProgram program) throws IOException {
        return switch (program) {
            case OPENCODE -> opencodeDatabases();
            case HERMES -> hermesDatabases();
            case GOOSE -> {
                Path moved = variable("GOOSE_PATH_ROOT");
                Path data = moved == null
                        ? below(List.of("goose"), "XDG_DATA_HOME", ".local/share")
                                .get(0)
                        : moved.resolve("data");
                yield List.of(data.resolve("sessions/sessions.db"));
            }
            default -> List.of();
        };
    }

    /** Returns opencode's databases, used since 1.2: the configured one, else the usual one and those of channels. */
    private List<Path> opencodeDatabases() throws IOException {
        String configured = environment.getOrDefault("OPENCODE_DB", "");
        Path folder = opencode();
        Path usual = folder.resolve(configured.isEmpty() || configured.equals(":memory:") ? "opencode.db" : configured);
        List<Path> databases = new ArrayList<>(List.of(usual));
        if (configured.isEmpty()) {
            databases.addAll(matching(folder, "opencode-*.db"));
        }
        return databases.stream().sorted().toList();
    }

    /** Returns Hermes' database and those of its profiles. */
    private List<Path> hermesDatabases() throws IOException {
        Path root = below(List.of(""), "HERMES_HOME", ".hermes").get(0);
        List<Path> databases = new ArrayList<>(List.of(root.resolve("state.db")));
        for (Path profile : matching(root.resolve("profiles"), "*")) {
            databases.add(profile.resolve("state.db"));
        }
        return databases;
    }

    private static List<Path> matching(Path folder, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
                files.forEach(found::add);
            }
        }
        return found.stream().sorted().toList();
    }

    private Path opencode() {
        return below(List.of("opencode"), "XDG_DATA_HOME", ".local/share").get(0);
    }

    private List<Path> below(List<String> folders, String variable, String... usual) {
        Path said = variable(variable);
        Stream<Path> roots = said == null ? Stream.of(usual).map(home::resolve) : Stream.of(said);
        return roots.flatMap(root -> folders.stream().map(root::resolve)).toList();
    }

    /** Returns a variable's path; an empty variable counts as unset, as in a shell. */
    private @Nullable Path variable(String name) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? null : Path.of(value).toAbsolutePath();
    }
}
