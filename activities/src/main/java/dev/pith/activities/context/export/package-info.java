/**
 * Session files for other tools: {@link dev.pith.activities.context.export.Handover} gives a context to the writer of
 * one {@link dev.pith.activities.context.export.SessionFormat format}. Text of the conversation is only ever data in
 * these files.
 */
@NullMarked
package dev.pith.activities.context.export;

import org.jspecify.annotations.NullMarked;
