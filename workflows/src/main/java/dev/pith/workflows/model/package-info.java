/**
 * How a workflow requests a text from a model: the profile and its limits, the rungs of the ladder, and the verdicts on
 * a reply. Shared by compactions and memory flushes.
 */
@NullMarked
package dev.pith.workflows.model;

import org.jspecify.annotations.NullMarked;
