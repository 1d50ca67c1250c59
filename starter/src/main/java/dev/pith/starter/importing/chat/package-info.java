/**
 * Reads chats in OpenAI's, Anthropic's and ShareGPT's form, as one document or as lines.
 */
@NullMarked
package dev.pith.starter.importing.chat;

import org.jspecify.annotations.NullMarked;
