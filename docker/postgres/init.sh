#!/usr/bin/env bash
# Runs once, when the volume is new: the two ordinary roles and the database. The same as scripts/lib/roles.ts does for the embedded server.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username postgres --dbname postgres \
  --set=owner_password="$PHASEWISE_OWNER_PASSWORD" --set=app_password="$PHASEWISE_APP_PASSWORD" <<'SQL'
CREATE ROLE phasewise_owner LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS NOINHERIT PASSWORD :'owner_password';
CREATE ROLE phasewise_app LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS NOINHERIT PASSWORD :'app_password';
CREATE DATABASE phasewise OWNER phasewise_owner;
REVOKE ALL ON DATABASE phasewise FROM PUBLIC;
GRANT CONNECT ON DATABASE phasewise TO phasewise_app;
SQL
