/**
 * The web panel: static files that the program brings along.
 */
@NullMarked
package dev.pith.starter.web.panel;

import org.jspecify.annotations.NullMarked;
