package dev.pith.starter.config;

import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Sizes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be configured. The name in {@code pith.toml} is the constant's in lower case; in the environment it
 * is the constant's after {@code PITH_}.
 */
public enum Setting {
    HOME("~/.pith", "The directory that holds all state of the embedded default"),
    JDBC_URL(null, "A PostgreSQL to use instead of the embedded one: jdbc:postgresql://host:port/database"),
    JDBC_USER(null, "The user for it, where the URL does not name one"),
    JDBC_PASSWORD(null, "The password for it; taken from the environment only"),
    TEMPORAL_BINARY(
            null,
            "The program of Temporal's dev server, where it is not to be found or downloaded by Pith; off runs Temporal"
                    + " inside the process"),
    CONTEXT_WINDOW(Sizes.defaults().contextWindow(), "Tokens that the model which reads the context takes in"),
    TAIL_TURNS(Sizes.defaults().tailTurns(), "Turns at the end that are kept word for word"),
    TAIL_MIN_TOKENS(Sizes.defaults().tailMin(), "The smallest room for them"),
    TAIL_MAX_TOKENS(Sizes.defaults().tailMax(), "The largest room for them"),
    SUMMARY_MAX_TOKENS(Sizes.defaults().summaryMax(), "What a summary may take when no target is given"),
    GIST_MAX_TOKENS(GistSpec.defaults().maxTokens(), "What a gist may take when no target is given"),
    SINGLE_PASS_MAX_TOKENS(Sizes.defaults().singlePassMax(), "The largest head that is read in one pass"),
    CHUNK_MAX_TOKENS(Sizes.defaults().chunkMax(), "The largest chunk"),
    CONCURRENCY(4, "Chunks of one compaction that are summarized at the same time"),
    DEFAULT_MODEL(ModelProfiles.EXTRACTIVE, "The model that summarizes: a profile's name; extractive needs none"),
    ON_MODEL_FAILURE(
            "degrade", "Where it brings no summary: degrade to the summarizer without a model, or keep the context"),
    MODEL_PATIENCE("15m", "How long one piece of work waits for a model, all attempts together: 1ms to 24h"),
    MODEL_ATTEMPTS(6, "How often it is tried, 1 to 100"),
    LEDGER_SHARE("0.2", "The share of a model's summary that the ledger of identifiers may take, 0 to 0.5"),
    DRAIN_TIMEOUT(
            null,
            "How long pith worker, when it is stopped, waits for the calls that run: 1ms to 24h; where it is not set, the"
                    + " longest total_timeout of its models"),
    WORKER_BUILD_ID(
            null,
            "The build id of this program's workers where Temporal's Worker Versioning rolls out new ones: see"
                    + " docs/temporal.md; only with a Temporal of your own"),
    MEMORY_DIR("memory", "The folder of the memory files, a relative one as seen from the home; off for none"),
    REDACTION("on", "Whether secrets are taken out of what models are sent: on or off");

    private final @Nullable String defaultValue;
    private final String meaning;

    Setting(@Nullable Object defaultValue, String meaning) {
        this.defaultValue = defaultValue == null ? null : defaultValue.toString();
        this.meaning = meaning;
    }

    /** The name in {@code pith.toml}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment variable. */
    public String variable() {
        return "PITH_" + name();
    }

    public @Nullable String defaultValue() {
        return defaultValue;
    }

    /** One line for documentation. */
    public String meaning() {
        return meaning;
    }

    /** Whether its value is never shown nor read from a file. */
    public boolean secret() {
        return this == JDBC_PASSWORD;
    }
}
