#!/bin/sh
# Creates Temporal's two databases and brings their schemas up to date. Repeating it changes nothing.
# SQL_HOST, SQL_PORT, SQL_USER, SQL_PASSWORD and SQL_PLUGIN say where.
set -eu

schemas=/etc/temporal/schema/postgresql/v12

set_up() {
  temporal-sql-tool --database "$1" create-database
  temporal-sql-tool --database "$1" setup-schema --version 0.0
  temporal-sql-tool --database "$1" update-schema --schema-dir "$schemas/$2/versioned"
}

set_up temporal temporal
set_up temporal_visibility visibility
