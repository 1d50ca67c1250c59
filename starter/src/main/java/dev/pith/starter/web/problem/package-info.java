/**
 * Failures of requests as problem details (RFC 9457). They name the thing, the rule and the cure, and nothing internal.
 */
@NullMarked
package dev.pith.starter.web.problem;

import org.jspecify.annotations.NullMarked;
