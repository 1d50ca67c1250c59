/**
 * The model of conversations: messages with their origin and parts. Importers create them, the store persists them,
 * planning and summarizing read them.
 */
@NullMarked
package dev.pith.activities.conversation;

import org.jspecify.annotations.NullMarked;
