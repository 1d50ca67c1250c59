/** Reads the messages of an API request into the model of conversations, and refuses what it cannot store. */
@NullMarked
package dev.pith.starter.web.messages;

import org.jspecify.annotations.NullMarked;
