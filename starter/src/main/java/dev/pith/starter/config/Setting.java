package dev.pith.starter.config;

import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.LayeredSpec;
import dev.pith.workflows.compaction.Sizes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All settings. The key in {@code pith.toml} is the constant in lower case. The environment variable is {@code PITH_}
 * and the constant.
 */
public enum Setting {
    HOME("~/.pith", "The directory that holds all state of the embedded default"),
    JDBC_URL(null, "A PostgreSQL to use instead of the embedded one: jdbc:postgresql://host:port/database"),
    JDBC_USER(null, "The user of that PostgreSQL, where the URL names none"),
    JDBC_PASSWORD(null, "Its password; read from the environment only"),
    TEMPORAL_BINARY(
            null,
            "The program of Temporal's dev server, where it is not to be found or downloaded by Pith; off runs Temporal"
                    + " inside the process"),
    TEMPORAL_UI(
            null,
            "The address of the web UI of a Temporal of your own, for links: https://temporal.example.com; the home's own"
                    + " server has one that Pith knows"),
    WEB_ADDRESS(
            "127.0.0.1:7484",
            "Where pith serve and pith dev listen: a host and a port, or a port; off: pith dev shows no panel"),
    WEB_HOSTS(
            null,
            "Further host names under which the web server is reached, as a reverse proxy passes them on:"
                    + " [\"pith.example.com\"]"),
    WEB_TOKENS(
            null,
            "The file of access tokens of the web server, relative to the home; needed where it listens on another"
                    + " address than that of this machine: see docs/serve.md"),
    WEB_FOLDERS(
            null,
            "Folders whose session files a backfill over the HTTP API may import, with what is below them:"
                    + " [\"~/.claude/projects\"]; without it the web server imports no file: see docs/api.md"),
    METRICS_ADDRESS(
            Settings.OFF,
            "Where pith worker answers /metrics, /healthz and /readyz: a host and a port, or a port; without access"
                    + " tokens, so another address than 127.0.0.1 only in a network of your own: see"
                    + " docs/monitoring.md"),
    TRACES_ENDPOINT(
            Settings.OFF,
            "Where traces of compactions, model calls and HTTP requests go, by OTLP over HTTP:"
                    + " http://127.0.0.1:4318; otel: where OTEL_EXPORTER_OTLP_ENDPOINT says; they hold no text: see"
                    + " docs/monitoring.md"),
    LOG_FORMAT("text", "How pith worker, pith serve and pith dev write their log: text, or json, one object a line"),
    CONTEXT_WINDOW(
            Sizes.defaults().contextWindow(), "The context window of the model that reads the context, in tokens"),
    TAIL_TURNS(Sizes.defaults().tailTurns(), "Turns of the tail, which stay word for word"),
    TAIL_MIN_TOKENS(Sizes.defaults().tailMin(), "The smallest tail, in tokens"),
    TAIL_MAX_TOKENS(Sizes.defaults().tailMax(), "The largest tail, in tokens"),
    TAIL_MESSAGES(
            LayeredSpec.defaults().tailMessages(), "With the strategy layered: messages of the tail, word for word"),
    LEAF_TOKENS(LayeredSpec.defaults().leafTokens(), "With layered: the target of a leaf, in tokens"),
    LEAF_CHUNK_TOKENS(
            LayeredSpec.defaults().chunkTokens(), "With layered: the usual most of a leaf's chunk, in tokens"),
    LEAF_CHUNK_MESSAGES(LayeredSpec.defaults().chunkMessages(), "With layered: the fewest messages of a leaf's chunk"),
    CONDENSED_TOKENS(
            LayeredSpec.defaults().condensedTokens(), "With layered: the target of a condensed summary, in tokens"),
    FANOUT(LayeredSpec.defaults().fanout(), "With layered: neighboring summaries that become one"),
    SUMMARY_MAX_TOKENS(Sizes.defaults().summaryMax(), "The largest summary where no target is given, in tokens"),
    STRATEGY("rolling", "How pith compact and automatic compaction compact: rolling, layered or prune"),
    AUTO("false", "Whether imports compact conversations that reach auto_threshold: true or false"),
    AUTO_THRESHOLD(
            "0.85",
            "The share of context_window from which on a context is compacted automatically, 0.1 to 0.99; a model's"
                    + " auto_threshold goes before it"),
    IGNORE_SESSIONS(
            null,
            "Globs of sessions that are not imported, by session id, title, project or path:"
                    + " [\"/tmp/**\", \"*scratch*\"]; in the environment separated by commas"),
    STORE_ONLY_SESSIONS(
            null, "Globs of sessions that are imported, but compacted neither automatically nor by a backfill"),
    GIST_MAX_TOKENS(GistSpec.defaults().maxTokens(), "The largest gist where no target is given, in tokens"),
    SINGLE_PASS_MAX_TOKENS(
            Sizes.defaults().singlePassMax(), "The largest head that is summarized in one pass, in tokens"),
    CHUNK_MAX_TOKENS(Sizes.defaults().chunkMax(), "The largest chunk, in tokens"),
    CONCURRENCY(4, "Chunks of one compaction that are summarized at the same time"),
    DEFAULT_MODEL(ModelProfiles.EXTRACTIVE, "The model profile to summarize with; extractive uses no model"),
    ON_MODEL_FAILURE(
            "degrade",
            "Where the model returns no usable summary: degrade uses the extractive summarizer, keep leaves the"
                    + " context unchanged"),
    MODEL_PATIENCE("15m", "How long one chunk or merge waits for a model, all attempts together: 1ms to 24h"),
    MODEL_ATTEMPTS(6, "How often a model call is tried, 1 to 100"),
    LEDGER_SHARE("0.2", "The share of a model's summary that the ledger of identifiers may take, 0 to 0.5"),
    DRAIN_TIMEOUT(
            null,
            "How long pith worker, when it is stopped, waits for the calls that run: 1ms to 24h; where it is not"
                    + " set, the"
                    + " longest total_timeout of its models"),
    WORKER_BUILD_ID(
            null,
            "The build id of this program's workers where Temporal's Worker Versioning rolls out new ones: see"
                    + " docs/temporal.md; only with a Temporal of your own"),
    MEMORY_DIR("memory", "The directory of the memory files, relative to the home; off writes none"),
    REDACTION("on", "Whether secrets are removed from what models are sent: on or off");

    private final @Nullable String defaultValue;
    private final String meaning;

    Setting(@Nullable Object defaultValue, String meaning) {
        this.defaultValue = defaultValue == null ? null : defaultValue.toString();
        this.meaning = meaning;
    }

    /** Returns the key in {@code pith.toml}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the environment variable. */
    public String variable() {
        return "PITH_" + name();
    }

    public @Nullable String defaultValue() {
        return defaultValue;
    }

    /** Returns one line for documentation. */
    public String meaning() {
        return meaning;
    }

    /** Returns whether its value is a list. */
    public boolean isList() {
        return this == IGNORE_SESSIONS || this == STORE_ONLY_SESSIONS || this == WEB_HOSTS || this == WEB_FOLDERS;
    }

    /** Returns whether its value is secret: never shown and never read from a file. */
    public boolean secret() {
        return this == JDBC_PASSWORD;
    }
}
