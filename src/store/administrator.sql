-- What an administrator runs once on a PostgreSQL server (15 or later) before the hub's first start:
--   psql -v owner_password=... -v hub_password=... -f src/store/administrator.sql
-- homeward_owner owns the tables and migrates; homeward_hub serves, owns nothing and inherits nothing: it can only
-- step, for one transaction, into one of the three roles below, and without that step it reads no row.

create role homeward_reader nologin;

create role homeward_writer nologin;

create role homeward_sealer nologin;

create role homeward_owner login password :'owner_password';

create role homeward_hub login noinherit password :'hub_password';

grant homeward_reader, homeward_writer, homeward_sealer to homeward_hub;

create database homeward owner homeward_owner encoding 'UTF8' template template0;

revoke all on database homeward from public;

grant connect on database homeward to homeward_hub;
