/**
 * Stores what an agent sends through the API: opens conversations by the caller's key ({@link
 * dev.pith.activities.appending.ApiConversations}) and appends messages to them ({@link
 * dev.pith.activities.appending.ConversationAppender}).
 */
@NullMarked
package dev.pith.activities.appending;

import org.jspecify.annotations.NullMarked;
