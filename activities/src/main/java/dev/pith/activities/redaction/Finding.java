package dev.pith.activities.redaction;

/** A secret in a text: its stretch and what it is. */
record Finding(int from, int to, SecretKind kind) {}
