package dev.pith.activities.gateway;

/**
 * The right to one call at an endpoint, for as long as its lease is renewed.
 *
 * @param holder names it in the store
 */
record CallPermit(String endpoint, String holder) {}
