/**
 * Reads conversations from other programs' files and pushes them into a {@link
 * dev.pith.activities.conversation.ConversationSink}. Formats are detected by content, never by name. Everything is
 * streamed, so a file may be larger than the heap. {@link dev.pith.starter.importing.SourceReader} is the entry point.
 */
@NullMarked
package dev.pith.starter.importing;

import org.jspecify.annotations.NullMarked;
