/**
 * The two wire formats, OpenAI's and Anthropic's, streamed or whole: builds requests, parses replies and errors, and
 * removes control tokens and reasoning from answers.
 */
@NullMarked
package dev.pith.activities.model.http.wire;

import org.jspecify.annotations.NullMarked;
