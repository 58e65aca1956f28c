-- 提出・承認・効果: the database's wall (two-persons.md section 3, wall 3).
CREATE TABLE submission (
    id           uuid PRIMARY KEY,
    step_id      uuid REFERENCES step,
    round        int,
    content      text NOT NULL,
    hash         text NOT NULL CHECK (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    doer         text NOT NULL,
    session      uuid,
    terminal     text,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (step_id, round),
    UNIQUE (id, hash, doer)
);
COMMENT ON TABLE submission IS '提出。確認へ回された内容そのもの（RFC 8785 の正規形）とその SHA-256。直せない。';
CREATE TABLE submission_item (
    submission_id uuid NOT NULL REFERENCES submission,
    item_no       int  NOT NULL,
    effects       text[] NOT NULL,
    kind          text NOT NULL,
    content       text NOT NULL,
    hash          text NOT NULL CHECK (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    PRIMARY KEY (submission_id, item_no),
    UNIQUE (submission_id, item_no, hash)
);

CREATE TABLE check_item (
    step_id     uuid NOT NULL REFERENCES step,
    round       int  NOT NULL,
    key         text NOT NULL,
    ordinal     int  NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('reenter', 'compare')),
    state       text NOT NULL CHECK (state IN ('closed', 'open', 'retype', 'differs', 'matched', 'same', 'entry-mistake', 'unreadable', 'source-wrong')),
    attempts    int  NOT NULL DEFAULT 0,
    differs     int  NOT NULL DEFAULT 0,
    revealed    boolean NOT NULL DEFAULT false,
    reason      text,
    note        text,
    carried     boolean NOT NULL DEFAULT false,
    shown_at    timestamptz,
    answered_at timestamptz,
    answered_by text,
    PRIMARY KEY (step_id, round, key)
) WITH (fillfactor = 80);
CREATE TABLE check_attempt (
    step_id    uuid NOT NULL,
    round      int  NOT NULL,
    key        text NOT NULL,
    no         int  NOT NULL,
    officer_no text NOT NULL,
    value      text,
    candidate  uuid,
    result     text NOT NULL CHECK (result IN ('match', 'differ')),
    terminal   text,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (step_id, round, key, no)
);
COMMENT ON TABLE check_attempt IS '確認者が打った値の記録。入力した人には見せない。個人番号は番号ではなく候補の番号だけ。';

CREATE TABLE approval (
    id               uuid PRIMARY KEY,
    kind             text NOT NULL CHECK (kind IN ('case', 'list', 'standing', 'bootstrap')),
    case_id          uuid REFERENCES case_file,
    step_id          uuid REFERENCES step,
    step_key         text NOT NULL,
    round            int  NOT NULL,
    submission_id    uuid NOT NULL,
    submission_hash  text NOT NULL,
    doer             text NOT NULL,
    checker          text NOT NULL,
    doer_session     uuid,
    checker_session  uuid,
    doer_terminal    text,
    checker_terminal text,
    verification     jsonb NOT NULL DEFAULT '{}',
    at               timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT approval_two_persons CHECK (doer <> checker),
    CONSTRAINT approval_once_per_round UNIQUE (step_id, round),
    CONSTRAINT approval_of_the_submission FOREIGN KEY (submission_id, submission_hash, doer) REFERENCES submission (id, hash, doer)
);
CREATE UNIQUE INDEX approval_one_bootstrap ON approval (kind) WHERE kind = 'bootstrap';
CREATE INDEX approval_case ON approval (case_id);
CREATE INDEX approval_submission ON approval (submission_id);
COMMENT ON TABLE approval IS '承認（確認の記録）。入力した人と確認した人はかならず別の人。直せない、消せない。';
CREATE TABLE approval_end (
    approval_id uuid PRIMARY KEY REFERENCES approval,
    why         text NOT NULL,
    at          timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE approval_end IS '取下げなどで終わった承認。このあと効果には使えない。';

CREATE TABLE standing_approval (
    approval_id   uuid PRIMARY KEY REFERENCES approval,
    purpose       text NOT NULL,
    legal_basis   text NOT NULL,
    recipient     text NOT NULL,
    items         text NOT NULL,
    rule_version  text NOT NULL,
    effects       text[] NOT NULL CHECK (NOT effects && ARRAY['seize', 'refuse', 'start-special-medical-expense', 'erase-case', 'bind-number', 'pay-refund', 'pay-benefit']),
    starts_on     date NOT NULL,
    ends_on       date NOT NULL,
    most_items    int  NOT NULL CHECK (most_items > 0),
    CONSTRAINT standing_at_most_a_year CHECK (ends_on >= starts_on AND ends_on < starts_on + interval '1 year')
);
CREATE TABLE standing_run (
    id            uuid PRIMARY KEY,
    approval_id   uuid NOT NULL REFERENCES standing_approval,
    run_on        date NOT NULL,
    submission_id uuid NOT NULL UNIQUE REFERENCES submission,
    output_hash   text,
    stopped       text,
    acknowledged_by_approval uuid REFERENCES approval,
    at            timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (approval_id, run_on)
);
COMMENT ON TABLE standing_run IS '継続の決裁にもとづく1回の実行。入力の写しは提出として凍り、翌営業日に二人が確かめる。';

CREATE TABLE effect (
    id            uuid PRIMARY KEY,
    approval_id   uuid NOT NULL REFERENCES approval,
    key           text NOT NULL,
    submission_id uuid NOT NULL,
    item_no       int  NOT NULL,
    item_hash     text NOT NULL,
    txid          xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at            timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT effect_once UNIQUE (approval_id, key, submission_id, item_no),
    CONSTRAINT effect_of_the_item FOREIGN KEY (submission_id, item_no, item_hash) REFERENCES submission_item (submission_id, item_no, hash)
);
CREATE TABLE effect_row (
    effect_id  uuid NOT NULL REFERENCES effect,
    table_name text NOT NULL,
    row_id     uuid NOT NULL,
    PRIMARY KEY (effect_id, table_name, row_id)
);
CREATE INDEX effect_row_row ON effect_row (row_id);

-- An effect names an item meant for it, of a submission its approval covers, and an approval that has not ended.
CREATE FUNCTION effect_must_be_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = futari, pg_temp AS $$
DECLARE
    a approval%ROWTYPE;
    s standing_approval%ROWTYPE;
BEGIN
    NEW.txid := pg_current_xact_id();
    NEW.at := clock_timestamp();
    SELECT * INTO a FROM approval WHERE id = NEW.approval_id FOR SHARE;
    IF EXISTS (SELECT FROM approval_end WHERE approval_id = NEW.approval_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'FT011', MESSAGE = 'casework.effect.approval-ended';
    END IF;
    IF NOT EXISTS (SELECT FROM submission_item WHERE submission_id = NEW.submission_id AND item_no = NEW.item_no AND NEW.key = ANY (effects)) THEN
        RAISE EXCEPTION USING ERRCODE = 'FT012', MESSAGE = 'casework.effect.item-not-for-this-effect';
    END IF;
    IF a.kind = 'standing' THEN
        SELECT st.* INTO s FROM standing_approval st JOIN standing_run r ON r.approval_id = st.approval_id
        WHERE st.approval_id = a.id AND r.submission_id = NEW.submission_id AND r.stopped IS NULL AND r.run_on BETWEEN st.starts_on AND st.ends_on;
        IF NOT FOUND OR NOT NEW.key = ANY (s.effects) THEN
            RAISE EXCEPTION USING ERRCODE = 'FT013', MESSAGE = 'casework.effect.outside-standing-approval';
        END IF;
        IF (SELECT count(*) FROM effect WHERE approval_id = a.id AND submission_id = NEW.submission_id AND key = NEW.key) >= s.most_items THEN
            RAISE EXCEPTION USING ERRCODE = 'FT014', MESSAGE = 'casework.effect.over-the-limit';
        END IF;
    ELSIF a.submission_id <> NEW.submission_id THEN
        RAISE EXCEPTION USING ERRCODE = 'FT015', MESSAGE = 'casework.effect.other-submission';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER effect_must_be_approved BEFORE INSERT ON effect FOR EACH ROW EXECUTE FUNCTION effect_must_be_approved();

CREATE TRIGGER submission_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submission FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_item_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submission_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_end_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approval_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER effect_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON effect FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER effect_row_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON effect_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER check_attempt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON check_attempt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER step_contributor_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON step_contributor FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 台帳: a row may be written only by an effect of this transaction that lists it.
CREATE FUNCTION register_row_needs_effect() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = futari, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM effect_row r JOIN effect e ON e.id = r.effect_id
                   WHERE r.effect_id = NEW.effect_id AND r.table_name = TG_TABLE_NAME AND r.row_id = NEW.id AND e.txid = pg_current_xact_id()) THEN
        RAISE EXCEPTION USING ERRCODE = 'FT020', MESSAGE = 'casework.register.row-without-effect', DETAIL = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END
$$;
CREATE PROCEDURE make_register(register regclass) LANGUAGE plpgsql AS $$
DECLARE
    t text := register::text;
    n text := (SELECT relname FROM pg_class WHERE oid = register);
BEGIN
    EXECUTE format('ALTER TABLE %s ALTER COLUMN effect_id SET NOT NULL, ADD CONSTRAINT %I FOREIGN KEY (effect_id) REFERENCES futari.effect', t, n || '_effect');
    EXECUTE format('CREATE CONSTRAINT TRIGGER register_row_needs_effect AFTER INSERT OR UPDATE ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION futari.register_row_needs_effect()', t);
    EXECUTE format('CREATE TRIGGER register_keeps_rows BEFORE DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION futari.refuse_change()', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO futari_app', t);
END
$$;
COMMENT ON PROCEDURE make_register IS '表を台帳にする: 効果のない行は入らず、消せない。';

GRANT SELECT, INSERT ON submission, submission_item, check_attempt, approval_end, standing_run, effect, effect_row TO futari_app;
GRANT UPDATE (output_hash, stopped, acknowledged_by_approval) ON standing_run TO futari_app;
GRANT SELECT, INSERT, UPDATE ON check_item TO futari_app;
GRANT SELECT ON approval, standing_approval TO futari_app;   -- written only through approve(…)
