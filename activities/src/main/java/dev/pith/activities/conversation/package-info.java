/**
 * Conversations as Pith sees them: messages with their origin and parts. Importers make them, the store keeps them,
 * planning and summarizing read them.
 */
@NullMarked
package dev.pith.activities.conversation;

import org.jspecify.annotations.NullMarked;
