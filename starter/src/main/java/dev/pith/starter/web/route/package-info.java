/**
 * The routes of the API, one class a resource.
 */
@NullMarked
package dev.pith.starter.web.route;

import org.jspecify.annotations.NullMarked;
