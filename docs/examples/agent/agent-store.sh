#!/bin/sh
# An agent that keeps its conversation in Pith with three calls of curl.
# Run it with: docs/examples/agent/agent-store.sh http://127.0.0.1:7484
set -eu
pith=$1/v1/conversations

call() {
  curl --silent --show-error --fail-with-body -H 'Content-Type: application/json' \
    ${PITH_TOKEN:+-H "Authorization: Bearer $PITH_TOKEN"} "$@"
}

# 1. Open a conversation by a key of your own; again with the same key finds it.
id=$(call "$pith" -d "{\"key\": \"example $$ $(date +%s)\"}" | sed 's/.*"id":"\([^"]*\)".*/\1/')

# 2. Append what was said. The key makes a retry safe: it stores nothing twice.
for attempt in first retry; do
  call "$pith/$id/messages" -H "Idempotency-Key: turn-1" -d '{"messages": [
    {"role": "user", "content": "Which port does the harbor service listen on?"},
    {"role": "assistant", "content": "Port 8443, as configured in harbor.toml."}]}'
  echo " ($attempt)"
done

# 3. Get the context for the next call of the model, to a budget, in the form that the model takes.
call "$pith/$id/context?format=openai&budget=8000"
echo
