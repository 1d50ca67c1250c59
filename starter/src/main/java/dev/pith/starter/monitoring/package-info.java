/**
 * Metrics and health of a process: {@link dev.pith.starter.monitoring.Monitoring} collects them, the web server or {@link
 * dev.pith.starter.monitoring.MonitoringServer} answers with them.
 */
@NullMarked
package dev.pith.starter.monitoring;

import org.jspecify.annotations.NullMarked;
