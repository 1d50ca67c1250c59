package dev.pith.starter.engine;

import dev.pith.activities.redaction.Redactor;
import dev.pith.workflows.SearchSupport;
import io.temporal.common.WorkerDeploymentVersion;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a worker.
 *
 * @param search whether its Temporal has Pith's search attributes
 * @param redaction redacts the texts of one model call
 * @param buildId the deployment version for Temporal's Worker Versioning; null for an unversioned worker
 */
public record WorkerSpec(
        SearchSupport search,
        Supplier<Redactor> redaction,
        @Nullable String buildId) {

    /** Returns a configuration with search attributes, redaction of secrets, and no version. */
    public static WorkerSpec defaults() {
        return new WorkerSpec(SearchSupport.REGISTERED, Redactor::on, null);
    }

    /** Returns the version in the store's worker deployment; empty for an unversioned worker. */
    Optional<WorkerDeploymentVersion> version(String storeId) {
        return buildId == null
                ? Optional.empty()
                : Optional.of(new WorkerDeploymentVersion("pith-" + storeId, buildId));
    }
}
