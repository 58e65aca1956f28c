-- 帳票: every printed sheet is a register row; its file is made after the commit from the outbox (print_job).
CREATE SEQUENCE sheet_number MAXVALUE 999999 CYCLE;
GRANT USAGE ON SEQUENCE sheet_number TO futari_app;

CREATE TABLE document_number (
    fiscal_year int PRIMARY KEY,
    last_number int NOT NULL
);
COMMENT ON TABLE document_number IS '文書番号の発番。年度ごとに1から。';
GRANT SELECT, INSERT, UPDATE ON document_number TO futari_app;

CREATE TABLE printed_document (
    id             uuid   PRIMARY KEY,
    effect_id      uuid   NOT NULL,
    row_version    bigint NOT NULL DEFAULT 0,
    serial         text   NOT NULL UNIQUE CHECK (serial ~ '^[0-9]{10}$'),
    kind           text   NOT NULL,
    case_id        uuid   NOT NULL REFERENCES case_file,
    case_no        text   NOT NULL,
    addressee_no   text,
    document_no    text   NOT NULL,
    issued_on      date   NOT NULL,
    content        text   NOT NULL,
    content_hash   text   NOT NULL CHECK (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    doer           text   NOT NULL,
    checker        text   NOT NULL,
    reprint_of     uuid   UNIQUE REFERENCES printed_document,
    state          text   NOT NULL DEFAULT 'printed' CHECK (state IN ('printed', 'spoiled', 'dispatched')),
    spoiled_reason text,
    destroyed_by   text,
    spoiled_on     date,
    handed_over    text CHECK (handed_over IN ('counter', 'mail')),
    dispatched_on  date,
    CONSTRAINT printed_document_two_persons CHECK (doer <> checker),
    CONSTRAINT printed_document_spoiled CHECK ((state = 'spoiled') = (spoiled_reason IS NOT NULL AND destroyed_by IS NOT NULL AND spoiled_on IS NOT NULL)),
    CONSTRAINT printed_document_dispatched CHECK ((state = 'dispatched') = (handed_over IS NOT NULL AND dispatched_on IS NOT NULL))
);
CREATE INDEX printed_document_case ON printed_document (case_id);
COMMENT ON TABLE printed_document IS '印刷した帳票。1枚1行: 初回・再発行・刷り損じ・廃棄・交付。';
COMMENT ON COLUMN printed_document.content IS '承認された中身そのもの（正規形の JSON）。印刷はこれだけから作る。';
COMMENT ON COLUMN printed_document.reprint_of IS '刷り損じて差し替えた、元の用紙。1枚の刷り損じから刷り直すのは1回だけ。';
CALL make_register('printed_document');

CREATE TABLE print_job (
    id         uuid PRIMARY KEY REFERENCES printed_document,
    state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'printed', 'stopped')),
    attempts   int  NOT NULL DEFAULT 0,
    next_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    missing    text[] NOT NULL DEFAULT '{}',
    file_hash  text,
    file_size  int,
    made_at    timestamptz,
    CONSTRAINT print_job_receipt CHECK ((state = 'printed') = (file_hash IS NOT NULL AND made_at IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX print_job_waiting ON print_job (next_at) WHERE state <> 'printed';
COMMENT ON TABLE print_job IS '印刷の控え（outbox）。確定の後にファイルを作り、その控えを書く。台帳ではない。';
COMMENT ON COLUMN print_job.missing IS '字形がなくて止まったときの符号。名前は書かない。';
GRANT SELECT, INSERT, UPDATE ON print_job TO futari_app;
