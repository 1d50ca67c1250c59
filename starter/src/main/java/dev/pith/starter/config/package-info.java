/**
 * Configuration: one enum of all settings and their defaults, and the source of each value. Flags take precedence over
 * the environment, the environment over {@code pith.toml}, and the file over the default. Models have tables of their
 * own ({@link dev.pith.starter.config.ModelProfiles}).
 */
@NullMarked
package dev.pith.starter.config;

import org.jspecify.annotations.NullMarked;
