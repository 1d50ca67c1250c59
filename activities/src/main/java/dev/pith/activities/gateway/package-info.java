/**
 * Calls models, with limits that hold for all processes of a store. {@link dev.pith.activities.gateway.JournaledModel}
 * is the entry point. For each task it
 *
 * <ol>
 *   <li>returns the stored reply to the same request, if there is one ({@link dev.pith.activities.gateway.Replies}),
 *   <li>refuses if attempts are used up or the endpoint is in cooldown ({@code RetryPolicy}),
 *   <li>waits for a permit: concurrency, rate limit, circuit breaker ({@code EndpointLimiter}),
 *   <li>reserves the maximum cost, makes one call and validates the reply ({@link
 *       dev.pith.activities.gateway.ReplyValidator}),
 *   <li>stores the reply and its actual cost in one transaction.
 * </ol>
 *
 * It repeats no call: {@link dev.pith.activities.gateway.ModelCallException} tells the caller how to proceed. Tables:
 * {@code model_reply}, {@code model_call}, {@code provider_state}, {@code provider_permit}.
 */
@NullMarked
package dev.pith.activities.gateway;

import org.jspecify.annotations.NullMarked;
