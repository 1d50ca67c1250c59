/**
 * The web server: the panel, the HTTP API below {@code /v1}, streams of events, health. {@link
 * dev.pith.starter.web.WebServer} assembles it.
 */
@NullMarked
package dev.pith.starter.web;

import org.jspecify.annotations.NullMarked;
