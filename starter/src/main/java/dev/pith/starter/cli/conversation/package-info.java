/**
 * Commands on stored conversations: {@code list}, {@code show}, {@code context}, {@code resume}. Also
 * the import and lookup of conversations that other commands use.
 */
@NullMarked
package dev.pith.starter.cli.conversation;

import org.jspecify.annotations.NullMarked;
