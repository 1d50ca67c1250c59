/**
 * Reads parameters and bodies of requests strictly, and describes routes.
 */
@NullMarked
package dev.pith.starter.web.http;

import org.jspecify.annotations.NullMarked;
