-- The database of Futari and the passwords of its roles. Run once, after roles.sql, as a superuser, on PostgreSQL 17:
--   psql -v ON_ERROR_STOP=1 -v futari_owner_password=… -v futari_app_password=… -f database.sql
-- The demo runs this very file. Everything inside the database is made by `futari migrate`.

ALTER ROLE futari_owner PASSWORD :'futari_owner_password';
ALTER ROLE futari_app PASSWORD :'futari_app_password';
COMMENT ON ROLE futari_owner IS '所有者。futari migrate だけが使う。';
COMMENT ON ROLE futari_app IS '業務アプリケーション。何も所有しない。';
COMMENT ON ROLE futari_vault IS '個人番号の保管庫の所有者。ログインできない。';

-- Sort order is that of the code points, the same on every machine and in every later release of the operating system.
CREATE DATABASE futari OWNER futari_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
REVOKE ALL ON DATABASE futari FROM PUBLIC;
GRANT CONNECT ON DATABASE futari TO futari_app;
ALTER DATABASE futari SET timezone TO 'Asia/Tokyo';
