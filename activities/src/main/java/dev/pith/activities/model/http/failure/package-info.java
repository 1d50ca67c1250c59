/**
 * Interprets failed calls: classifies them by status, provider's words and phase, determines whether and when to retry,
 * and describes them in one line without secrets.
 */
@NullMarked
package dev.pith.activities.model.http.failure;

import org.jspecify.annotations.NullMarked;
