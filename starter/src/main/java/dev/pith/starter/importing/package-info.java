/**
 * Reads conversations where other programs left them and pushes them into a {@link
 * dev.pith.activities.conversation.ConversationSink}. Formats are recognized by content, never by name; everything is
 * streamed, so that a file may be larger than the heap. Start reading at {@link dev.pith.starter.importing.SourceReader}.
 */
@NullMarked
package dev.pith.starter.importing;

import org.jspecify.annotations.NullMarked;
