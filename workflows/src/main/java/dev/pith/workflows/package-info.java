/**
 * What all workflows share: queue names, workflow ids, retry policies and failure types. The code has no side effects
 * and is deterministic, so workflow code may use it.
 */
@NullMarked
package dev.pith.workflows;

import org.jspecify.annotations.NullMarked;
