/**
 * Model endpoints over HTTP: what a user says of one ({@link dev.pith.activities.model.ModelProfile}), what is sent and
 * what comes back, and every way in which that fails. Knows nothing of conversations, the store or Temporal.
 */
@NullMarked
package dev.pith.activities.model;

import org.jspecify.annotations.NullMarked;
