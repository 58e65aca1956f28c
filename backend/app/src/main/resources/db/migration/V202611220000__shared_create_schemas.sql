-- Schemas and the least the application's role needs to use them.
CREATE SCHEMA IF NOT EXISTS engine;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA futari, engine TO futari_app;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA futari;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA futari;

COMMENT ON SCHEMA futari IS '二人: 台帳・案件・承認・証跡。アプリケーションの役割は何も所有しない。';
COMMENT ON SCHEMA engine IS '工程エンジンの表（ACT_）。証拠ではない。';
