#!/bin/sh
# Creates the namespace that the worker uses, unless it is there. TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE say where.
# Histories of ended workflows are kept for three days; what they did stands in Pith's store.
set -eu

temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 72h
