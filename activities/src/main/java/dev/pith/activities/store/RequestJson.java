package dev.pith.activities.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.LayeredSpec;
import dev.pith.workflows.model.ModelUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts requests to and from the JSON that the store keeps. Thread-safe. */
public final class RequestJson {

    private static final JsonInclude.Value UNLESS_NULL =
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS);
    private static final JsonInclude.Value UNLESS_EMPTY =
            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // Fields of later versions are left out where unused, since names of backfills are hashes of this JSON.
            .withConfigOverride(LayeredSpec.class, type -> type.setIncludeAsProperty(UNLESS_NULL))
            .withConfigOverride(ContextTarget.class, type -> type.setIncludeAsProperty(UNLESS_NULL))
            .withConfigOverride(List.class, type -> type.setIncludeAsProperty(UNLESS_EMPTY))
            .build();

    private RequestJson() {}

    /** Returns the JSON stored with a compaction. */
    public static String of(CompactionSpec spec) {
        return written(spec);
    }

    /** Returns the JSON stored with a flush; null without a model. */
    public static @Nullable String of(@Nullable ModelUse model) {
        return model == null ? null : written(model);
    }

    /**
     * Returns the specification of a stored compaction.
     *
     * @throws IllegalStateException if the stored JSON cannot be parsed
     */
    public static CompactionSpec spec(Compaction compaction) {
        return spec(compaction.request(), compaction.id());
    }

    /**
     * Returns the specification of a compaction.
     *
     * @param json the request as it is stored
     * @param compaction the compaction's id, for the error message
     * @throws IllegalStateException if the stored JSON cannot be parsed
     */
    public static CompactionSpec spec(String json, String compaction) {
        return read(json, CompactionSpec.class, "request of compaction " + compaction);
    }

    /** Returns the JSON stored with a backfill. */
    public static String of(BackfillSpec spec) {
        return written(spec);
    }

    /**
     * Returns the specification of a stored backfill.
     *
     * @param name the backfill's name, for the error message
     * @throws IllegalStateException if the stored JSON cannot be parsed
     */
    public static BackfillSpec backfill(String json, String name) {
        return read(json, BackfillSpec.class, "request of backfill " + name);
    }

    /**
     * Returns the model request of a stored flush; null without a model.
     *
     * @param flush the flush's id, for the error message
     * @throws IllegalStateException if the stored JSON cannot be parsed
     */
    public static @Nullable ModelUse model(@Nullable String json, long flush) {
        return json == null ? null : read(json, ModelUse.class, "model of flush " + flush);
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value + " could not be written as JSON", e);
        }
    }

    private static <T> T read(String json, Class<T> type, String what) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored " + what + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
