/**
 * Commands on conversations as they are stored: {@code import}, {@code list}, {@code show}, {@code context}, {@code
 * resume}; and how other commands import one and find it again.
 */
@NullMarked
package dev.pith.starter.cli.conversation;

import org.jspecify.annotations.NullMarked;
