#!/bin/bash
# Runs once, when the database is new: Waxwing's two roles and Keycloak's own database.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=owner="$WAXWING_DB_OWNER_PASSWORD" --set=app="$WAXWING_DB_PASSWORD" --set=keycloak="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role waxwing_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'owner';
create role waxwing_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'app';
create role keycloak login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'keycloak';
create database waxwing owner waxwing_owner;
create database keycloak owner keycloak;
revoke all on database waxwing from public;
revoke all on database keycloak from public;
grant connect on database waxwing to waxwing_app;
SQL
