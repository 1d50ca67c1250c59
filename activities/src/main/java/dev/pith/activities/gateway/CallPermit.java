package dev.pith.activities.gateway;

/**
 * The right to one call at an endpoint, while its lease is renewed.
 *
 * @param holder the unique key of the permit in the store
 */
record CallPermit(String endpoint, String holder) {}
