-- 確認リストの済み: how two people settled one row. No number, no hash of one. A row of the list is settled once.
CREATE TABLE number_settlement (
    id              uuid PRIMARY KEY,
    effect_id       uuid   NOT NULL,
    row_version     bigint NOT NULL DEFAULT 0,
    confirmation_id uuid   NOT NULL UNIQUE REFERENCES number_confirmation,
    case_no         text   NOT NULL,
    outcome         text   NOT NULL CHECK (outcome IN ('bind', 'keep', 'refer', 'unobtainable')),
    settled_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE number_settlement IS '個人番号の確認リストの済み（ACQ-17, ACQ-18）。番号は入らない。';
CALL make_register('number_settlement');
