/** Commands on models and their cost: {@code model}, {@code cost}; and the options that choose a model. */
@NullMarked
package dev.pith.starter.cli.model;

import org.jspecify.annotations.NullMarked;
