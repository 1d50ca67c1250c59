/** Makes the requests of compactions and flushes from settings and a choice, whether it was typed or sent. */
@NullMarked
package dev.pith.starter.requesting;

import org.jspecify.annotations.NullMarked;
