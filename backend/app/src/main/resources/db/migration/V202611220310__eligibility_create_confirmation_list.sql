-- 確認リスト: people whose personal number is missing, different, or another's. Person and reason only; no number, no hash of one.
CREATE TABLE number_confirmation (
    id           uuid PRIMARY KEY,
    case_id      uuid NOT NULL,
    case_no      text NOT NULL,
    addressee_no text NOT NULL,
    reason       text NOT NULL CHECK (reason IN ('blank-number', 'different-number', 'bound-to-another')),
    found_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (case_id, addressee_no, reason)
);
COMMENT ON TABLE number_confirmation IS '個人番号の確認リスト（ACQ-17, ACQ-18）。番号は入らない。';
CREATE INDEX number_confirmation_found ON number_confirmation (found_at DESC);
GRANT SELECT, INSERT ON number_confirmation TO futari_app;
