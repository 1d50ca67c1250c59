package dev.pith.activities.gateway;

import dev.pith.workflows.model.ModelUse;
import java.util.List;

/**
 * The models of the profiles that share one endpoint. Thread-safe.
 *
 * @param models at least one
 */
public record EndpointModels(List<JournaledModel> models) {

    public EndpointModels {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("an endpoint needs at least one profile that describes it");
        }
    }

    /** Returns the model of the profile in use, or the first one if that profile was renamed since. */
    public JournaledModel of(ModelUse use) {
        return models.stream()
                .filter(model -> model.profile().name().equals(use.profile()))
                .findFirst()
                .orElse(models.get(0));
    }
}
