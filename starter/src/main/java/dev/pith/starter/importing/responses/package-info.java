/**
 * Reads the items of OpenAI's Responses API.
 */
@NullMarked
package dev.pith.starter.importing.responses;

import org.jspecify.annotations.NullMarked;
