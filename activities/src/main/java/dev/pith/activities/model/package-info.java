/**
 * Model endpoints over HTTP: their configuration ({@link dev.pith.activities.model.ModelProfile}), requests, replies,
 * and failures. Independent of conversations, the store and Temporal.
 */
@NullMarked
package dev.pith.activities.model;

import org.jspecify.annotations.NullMarked;
