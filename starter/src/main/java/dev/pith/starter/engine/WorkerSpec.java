package dev.pith.starter.engine;

import dev.pith.activities.redaction.Redactor;
import dev.pith.workflows.SearchSupport;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.common.interceptors.WorkerInterceptor;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a worker.
 *
 * @param search whether its Temporal has Pith's search attributes
 * @param redaction redacts the texts of one model call
 * @param buildId the deployment version for Temporal's Worker Versioning; null for an unversioned worker
 * @param interceptors see the work of the worker begin and end
 */
public record WorkerSpec(
        SearchSupport search,
        Supplier<Redactor> redaction,
        @Nullable String buildId,
        List<WorkerInterceptor> interceptors) {

    public WorkerSpec {
        interceptors = List.copyOf(interceptors);
    }

    /** Creates a configuration without an interceptor. */
    public WorkerSpec(SearchSupport search, Supplier<Redactor> redaction, @Nullable String buildId) {
        this(search, redaction, buildId, List.of());
    }

    /** Returns the same with an interceptor. */
    WorkerSpec with(WorkerInterceptor interceptor) {
        return new WorkerSpec(search, redaction, buildId, List.of(interceptor));
    }

    /** Returns a configuration with search attributes, redaction of secrets, no version and no interceptor. */
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
