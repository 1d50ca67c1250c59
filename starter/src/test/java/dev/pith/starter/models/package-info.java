/**
 * Whole compactions with a model, over real HTTP, a real PostgreSQL and a real Temporal server: what a model endpoint does
 * wrong, and what becomes of it.
 */
@NullMarked
package dev.pith.starter.models;

import org.jspecify.annotations.NullMarked;
