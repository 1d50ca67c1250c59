/**
 * What a failed call means: classified by status, provider's words and phase, whether it may be retried and after which
 * wait, told in one line without secrets.
 */
@NullMarked
package dev.pith.activities.model.http.failure;

import org.jspecify.annotations.NullMarked;
