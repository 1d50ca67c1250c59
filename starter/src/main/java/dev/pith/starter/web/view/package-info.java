/**
 * What the API shows: records that become JSON. No text of an exception, no internal name.
 */
@NullMarked
package dev.pith.starter.web.view;

import org.jspecify.annotations.NullMarked;
