/** How the program of Temporal's dev server is had, against real HTTP servers and a pip that is a script. */
@NullMarked
package dev.pith.starter.devserver;

import org.jspecify.annotations.NullMarked;
