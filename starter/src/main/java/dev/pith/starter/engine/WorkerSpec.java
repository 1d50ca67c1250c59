package dev.pith.starter.engine;

import dev.pith.activities.redaction.Redactor;
import dev.pith.workflows.SearchSupport;
import io.temporal.common.WorkerDeploymentVersion;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a worker works.
 *
 * @param search whether its Temporal knows Pith's search attributes
 * @param redaction what the texts of one call to a model go through
 * @param buildId the version of the worker's deployment, for Temporal's Worker Versioning; null for a worker without one
 */
public record WorkerSpec(
        SearchSupport search,
        Supplier<Redactor> redaction,
        @Nullable String buildId) {

    /** With search attributes, secrets taken out of what models are sent, and no version. */
    public static WorkerSpec defaults() {
        return new WorkerSpec(SearchSupport.REGISTERED, Redactor::on, null);
    }

    /** The version of the store's worker deployment that the worker is; empty for a worker without one. */
    Optional<WorkerDeploymentVersion> version(String storeId) {
        return buildId == null
                ? Optional.empty()
                : Optional.of(new WorkerDeploymentVersion("pith-" + storeId, buildId));
    }
}
