-- 書類: papers people bring. Case material, not yet anybody's truth: no register. Only masked renditions stand in the store; what is hidden is sealed in the vault.
CREATE TABLE document (
    id          uuid PRIMARY KEY,
    case_id     uuid NOT NULL REFERENCES case_file,
    title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
    template    text,
    media_type  text NOT NULL,
    uploaded_by text NOT NULL,
    uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    masked_by   text NOT NULL CHECK (masked_by IN ('template', 'hand')),
    CHECK ((masked_by = 'template') = (template IS NOT NULL))
);
CREATE INDEX document_case ON document (case_id, uploaded_at);
COMMENT ON TABLE document IS '案件に付いた書類。元のファイルは残さず、隠した画像だけを置く。隠す前の画像は番号の保管庫に封をして入る。';
COMMENT ON COLUMN document.masked_by IS 'template: ひな形の欄で隠した。hand: 手で隠した。手で隠した書類は、受付・入力が2人で確認されるまで、入力者と確認者にだけ見える。';

CREATE TABLE document_page (
    document_id uuid NOT NULL REFERENCES document,
    no          int  NOT NULL CHECK (no > 0),
    width       int  NOT NULL,
    height      int  NOT NULL,
    image_hash  text NOT NULL,
    masks       jsonb NOT NULL DEFAULT '[]',
    sealed      boolean NOT NULL,
    PRIMARY KEY (document_id, no)
);
COMMENT ON COLUMN document_page.image_hash IS '隠した画像（PNG）の SHA-256。置き場の名前でもある。';
CREATE TRIGGER document_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_page_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON document_page FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON document, document_page TO futari_app;
