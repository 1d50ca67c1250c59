package dev.pith.activities.gateway;

import dev.pith.workflows.model.ModelUse;
import java.util.List;

/**
 * The profiles that describe one endpoint, as models to ask. Thread-safe.
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

    /** The one of the profile that a use names; a profile renamed since is asked as the endpoint's first. */
    public JournaledModel of(ModelUse use) {
        return models.stream()
                .filter(model -> model.profile().name().equals(use.profile()))
                .findFirst()
                .orElse(models.get(0));
    }
}
