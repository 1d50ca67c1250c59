/**
 * Model calls as Pith makes them, for all processes together: the journal of replies first, then a permit of the endpoint
 * (concurrency, rate limit, cooldown, circuit breaker), then one call whose cost is reserved before and booked after it.
 * Its tables stand here: {@code model_call}, {@code provider_state}, {@code reply}.
 */
@NullMarked
package dev.pith.activities.gateway;

import org.jspecify.annotations.NullMarked;
