/**
 * Configuration: one enum with every setting and its default, and where each value came from. A flag beats the
 * environment, the environment beats {@code pith.toml}, the file beats the default. Models have tables of their own
 * ({@link dev.pith.starter.config.ModelProfiles}).
 */
@NullMarked
package dev.pith.starter.config;

import org.jspecify.annotations.NullMarked;
