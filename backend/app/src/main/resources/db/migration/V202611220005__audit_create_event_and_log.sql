-- 監査証跡: append-only events; a sequencer writes the Merkle leaves afterwards (architecture.md section 4).
CREATE TABLE audit_event (
    id         uuid PRIMARY KEY,
    at         timestamptz NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('ACT', 'READ', 'REFUSAL', 'SYSTEM')),
    action     text        NOT NULL,
    officer    text,
    terminal   text,
    session    uuid,
    case_id    uuid,
    step_key   text,
    round      int,
    duty       text,
    purpose    text,
    subjects   text[]      NOT NULL DEFAULT '{}',
    salt       bytea,
    what       jsonb       NOT NULL DEFAULT '{}',
    leaf       bytea       NOT NULL
);
CREATE INDEX audit_event_case ON audit_event (case_id, at) WHERE case_id IS NOT NULL;
CREATE INDEX audit_event_officer ON audit_event (officer, at);
COMMENT ON TABLE audit_event IS '監査証跡。行為・閲覧・拒否の1件ずつ。追加だけで、直すことも消すこともできない。';
COMMENT ON COLUMN audit_event.subjects IS '見た・触れた人の宛名番号。証跡の葉には塩つきの約束値だけが入る。';
COMMENT ON COLUMN audit_event.leaf IS '証跡の葉となるバイト列。これの SHA-256 がログに入る。';

CREATE TABLE audit_pending (event_id uuid PRIMARY KEY);
CREATE TABLE audit_leaf (
    index     bigint PRIMARY KEY,
    event_id  uuid   NOT NULL UNIQUE REFERENCES audit_event,
    leaf_hash bytea  NOT NULL CHECK (octet_length(leaf_hash) = 32)
);
CREATE TABLE audit_tree (
    size     bigint PRIMARY KEY,
    root     bytea  NOT NULL CHECK (octet_length(root) = 32),
    frontier bytea[] NOT NULL,
    at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE audit_tree IS '証跡の木の大きさと根（RFC 6962）。署名つき検査点はここから作られる。';

-- The database's clock and the leaf's bytes are set here, so that no writer can choose them.
CREATE FUNCTION audit_event_seal() RETURNS trigger LANGUAGE plpgsql SET search_path = futari, pg_temp AS $$
DECLARE
    commitments jsonb := '[]';
BEGIN
    NEW.at := clock_timestamp();
    IF cardinality(NEW.subjects) > 0 THEN
        NEW.salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
        SELECT jsonb_agg(encode(sha256(NEW.salt || convert_to(s, 'UTF8')), 'hex')) INTO commitments FROM unnest(NEW.subjects) s;
    END IF;
    NEW.leaf := convert_to(jsonb_strip_nulls(jsonb_build_object(
        'v', 1, 'id', NEW.id, 'at', to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'kind', NEW.kind, 'action', NEW.action,
        'officer', NEW.officer, 'terminal', NEW.terminal, 'session', NEW.session, 'case', NEW.case_id, 'step', NEW.step_key, 'round', NEW.round,
        'duty', NEW.duty, 'purpose', NEW.purpose, 'subjects', commitments, 'what', NEW.what))::text, 'UTF8');
    INSERT INTO audit_pending VALUES (NEW.id);
    RETURN NEW;
END
$$;
CREATE TRIGGER audit_event_seal BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_seal();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'FT100', MESSAGE = TG_TABLE_NAME || ' is append-only';
END
$$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_leaf_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_tree_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_tree FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON audit_event, audit_leaf, audit_tree TO futari_app;   -- no UPDATE, no DELETE
GRANT SELECT, INSERT, DELETE ON audit_pending TO futari_app;
