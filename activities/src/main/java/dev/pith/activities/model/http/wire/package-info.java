/**
 * The two wire formats, OpenAI's and Anthropic's, streamed or not: requests written, replies and errors read, control
 * tokens and reasoning taken off.
 */
@NullMarked
package dev.pith.activities.model.http.wire;

import org.jspecify.annotations.NullMarked;
