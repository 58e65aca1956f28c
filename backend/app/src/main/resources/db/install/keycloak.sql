-- The database of Keycloak, where it lives in the same PostgreSQL. Run once, as a superuser:
--   psql -v ON_ERROR_STOP=1 -v keycloak_password=… -f keycloak.sql

CREATE ROLE keycloak LOGIN PASSWORD :'keycloak_password';
COMMENT ON ROLE keycloak IS '認証サーバー。Futari のデータベースには入れない。';
CREATE DATABASE keycloak OWNER keycloak TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
