/**
 * Commands on Pith itself: {@code worker}, {@code dev}, {@code stop}, {@code doctor}, {@code config}, {@code hook},
 * {@code completion}.
 */
@NullMarked
package dev.pith.starter.cli.service;

import org.jspecify.annotations.NullMarked;
