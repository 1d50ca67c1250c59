/**
 * What every workflow shares: queue names, workflow ids, retry policies and failure types. Nothing here touches the
 * world; all of it is safe in workflow code.
 */
@NullMarked
package dev.pith.workflows;

import org.jspecify.annotations.NullMarked;
