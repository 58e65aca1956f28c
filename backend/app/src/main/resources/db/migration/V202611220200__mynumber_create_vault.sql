-- 番号の保管庫: the only place that holds 個人番号, sealed. futari_vault owns it and cannot log in; the application may only call the functions below.
CREATE SCHEMA vault AUTHORIZATION futari_vault;
GRANT USAGE ON SCHEMA futari TO futari_vault;
GRANT SELECT ON futari.effect, futari.submission_item, futari.staff_session, futari.account, futari.staff_member, futari.terminal TO futari_vault;

SET ROLE futari_vault;
COMMENT ON SCHEMA vault IS '番号の保管庫。個人番号は封じた形でここにだけある。';
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA vault TO futari_app;

CREATE TABLE vault.candidate (
    id          uuid PRIMARY KEY,
    case_id     uuid NOT NULL,
    step_key    text NOT NULL,
    field       text NOT NULL,
    key_id      text NOT NULL,
    sealed      bytea NOT NULL,
    hash_key_id text NOT NULL,
    number_hash bytea NOT NULL CHECK (octet_length(number_hash) = 32),
    officer_no  text NOT NULL,
    session     uuid NOT NULL,
    at          timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX candidate_case ON vault.candidate (case_id, field, at);
COMMENT ON TABLE vault.candidate IS '番号の候補。打たれた番号はすぐに封じられ、外には候補の番号（無作為）だけが出る。';
COMMENT ON COLUMN vault.candidate.sealed IS 'AES-256-GCM で封じた番号。鍵はデータベースの外にある。';
COMMENT ON COLUMN vault.candidate.number_hash IS '保管庫の中での突き合わせだけに使う鍵つきハッシュ（HMAC-SHA-256）。外に出さない。';

CREATE TABLE vault.attempt (
    candidate_id uuid NOT NULL REFERENCES vault.candidate,
    no           int  NOT NULL CHECK (no BETWEEN 1 AND 5),
    typed_id     uuid NOT NULL UNIQUE REFERENCES vault.candidate,
    result       text NOT NULL CHECK (result IN ('match', 'differ')),
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (candidate_id, no)
);
COMMENT ON TABLE vault.attempt IS '照合の1回ずつ。候補ごとに5回まで。';

CREATE TABLE vault.number_binding (
    id           uuid PRIMARY KEY,
    effect_id    uuid NOT NULL,
    candidate_id uuid NOT NULL REFERENCES vault.candidate,
    addressee_no text NOT NULL,
    hash_key_id  text NOT NULL,
    number_hash  bytea NOT NULL CHECK (octet_length(number_hash) = 32),
    since        date NOT NULL,
    until        date,
    CHECK (until IS NULL OR until >= since)
);
CREATE UNIQUE INDEX number_binding_one_person ON vault.number_binding (number_hash) WHERE until IS NULL;
CREATE UNIQUE INDEX number_binding_one_number ON vault.number_binding (addressee_no) WHERE until IS NULL;
COMMENT ON TABLE vault.number_binding IS '番号と宛名番号の結び付き（台帳）。生きているものは番号ごと・人ごとに1つだけ。';

CREATE TABLE vault.reveal_purpose (
    purpose text PRIMARY KEY,
    label   text NOT NULL,
    since   date NOT NULL,
    until   date
);
INSERT INTO vault.reveal_purpose VALUES ('settle-mismatch', '入力と確認の食い違いを原本と突き合わせる', '2024-01-01', NULL);
COMMENT ON TABLE vault.reveal_purpose IS '番号を表示してよい目的。自由な文では表示できない。';

CREATE TABLE vault.reveal (
    id                 uuid PRIMARY KEY,
    purpose            text NOT NULL REFERENCES vault.reveal_purpose,
    case_id            uuid NOT NULL,
    step_key           text NOT NULL,
    task_id            text NOT NULL,
    field              text NOT NULL,
    candidate_id       uuid NOT NULL REFERENCES vault.candidate,
    officer_no         text NOT NULL,
    session            uuid NOT NULL,
    reauthenticated_at timestamptz NOT NULL,
    opened_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    opened_tx          xid8 NOT NULL DEFAULT pg_current_xact_id(),
    taken_at           timestamptz,
    CONSTRAINT reveal_once_per_step UNIQUE (case_id, step_key)
);
COMMENT ON TABLE vault.reveal IS '番号の表示の記録。記録が確定してからでなければ番号は渡らない。';

CREATE TABLE vault.sealed_page (
    document_id uuid NOT NULL,
    page_no     int  NOT NULL CHECK (page_no > 0),
    key_id      text NOT NULL,
    sealed      bytea NOT NULL,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (document_id, page_no)
);
ALTER TABLE vault.sealed_page ALTER COLUMN sealed SET STORAGE EXTERNAL;
COMMENT ON TABLE vault.sealed_page IS '番号欄を隠す前の紙の画像。部屋が持つのは隠した画像だけ。';
CREATE TABLE vault.page_opening (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    document_id uuid NOT NULL,
    page_no     int  NOT NULL,
    purpose     text NOT NULL,
    officer_no  text NOT NULL,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (document_id, page_no) REFERENCES vault.sealed_page
);

CREATE TABLE vault.sealed_text (
    id      uuid PRIMARY KEY,
    purpose text NOT NULL,
    key_id  text NOT NULL,
    sealed  bytea NOT NULL,
    at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE vault.sealed_text IS '封じた控え（職員本人の宛名番号など）。番号ではないが、一覧にしてはならないもの。';

CREATE TRIGGER attempt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON vault.attempt FOR EACH STATEMENT EXECUTE FUNCTION futari.refuse_change();
CREATE TRIGGER reveal_keeps_rows BEFORE DELETE OR TRUNCATE ON vault.reveal FOR EACH STATEMENT EXECUTE FUNCTION futari.refuse_change();
CREATE TRIGGER page_opening_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON vault.page_opening FOR EACH STATEMENT EXECUTE FUNCTION futari.refuse_change();

-- Who acts: the person of the session that the server named for this transaction; never a parameter.
CREATE FUNCTION vault.actor() RETURNS text LANGUAGE plpgsql STABLE SET search_path = vault, pg_temp AS $$
DECLARE
    officer text := futari.person_of_session(nullif(current_setting('futari.session', true), '')::uuid);
BEGIN
    IF officer IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'FT200', MESSAGE = 'access.signed-out';
    END IF;
    RETURN officer;
END
$$;

CREATE FUNCTION vault.put_candidate(p_id uuid, p_case uuid, p_step text, p_field text, p_key text, p_sealed bytea, p_hash_key text, p_hash bytea)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = vault, pg_temp AS $$
    INSERT INTO vault.candidate (id, case_id, step_key, field, key_id, sealed, hash_key_id, number_hash, officer_no, session)
    VALUES (p_id, p_case, p_step, p_field, p_key, p_sealed, p_hash_key, p_hash, vault.actor(), current_setting('futari.session')::uuid);
$$;

-- 照合: the answer is match or differ and how many attempts are left; five for each candidate, never by the person who entered it.
CREATE FUNCTION vault.match(p_entered uuid, p_typed uuid, OUT result text, OUT attempts_left int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vault, pg_temp AS $$
DECLARE
    e vault.candidate%ROWTYPE;
    t vault.candidate%ROWTYPE;
    used int;
BEGIN
    SELECT * INTO e FROM vault.candidate WHERE id = p_entered FOR UPDATE;
    SELECT * INTO t FROM vault.candidate WHERE id = p_typed;
    IF e.id IS NULL OR t.id IS NULL OR e.id = t.id OR e.case_id <> t.case_id OR e.field <> t.field THEN
        RAISE EXCEPTION USING ERRCODE = 'FT201', MESSAGE = 'mynumber.match.not-comparable';
    END IF;
    IF e.officer_no = t.officer_no OR t.officer_no <> vault.actor() THEN
        RAISE EXCEPTION USING ERRCODE = 'FT202', MESSAGE = 'mynumber.match.same-person';
    END IF;
    IF e.hash_key_id <> t.hash_key_id THEN
        RAISE EXCEPTION USING ERRCODE = 'FT207', MESSAGE = 'mynumber.match.hash-key-changed';
    END IF;
    SELECT count(*) INTO used FROM vault.attempt WHERE candidate_id = p_entered;
    IF used >= 5 THEN
        RAISE EXCEPTION USING ERRCODE = 'FT203', MESSAGE = 'mynumber.match.attempts-used';
    END IF;
    IF EXISTS (SELECT FROM vault.attempt WHERE typed_id = p_typed) THEN
        RAISE EXCEPTION USING ERRCODE = 'FT208', MESSAGE = 'mynumber.match.typed-used';
    END IF;
    result := CASE WHEN e.number_hash = t.number_hash THEN 'match' ELSE 'differ' END;
    attempts_left := 4 - used;
    INSERT INTO vault.attempt VALUES (p_entered, used + 1, p_typed, result);
END
$$;

-- 突合: says what is odd about a candidate for this person, never whose number it is.
CREATE FUNCTION vault.findings(p_candidate uuid, p_addressee text, p_household text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vault, pg_temp AS $$
    WITH c AS (SELECT * FROM vault.candidate WHERE id = p_candidate),
         holder AS (SELECT b.addressee_no FROM vault.number_binding b JOIN c USING (number_hash) WHERE b.until IS NULL),
         own AS (SELECT b.number_hash FROM vault.number_binding b WHERE b.addressee_no = p_addressee AND b.until IS NULL)
    SELECT 'bound-to-household-member' FROM holder WHERE addressee_no = ANY (p_household) AND addressee_no IS DISTINCT FROM p_addressee
    UNION ALL
    SELECT 'bound-to-another' FROM holder WHERE NOT addressee_no = ANY (p_household) AND addressee_no IS DISTINCT FROM p_addressee
    UNION ALL
    SELECT 'different-number' FROM own, c WHERE own.number_hash <> c.number_hash
    UNION ALL
    SELECT 'blank-number' WHERE p_candidate IS NULL AND p_addressee IS NOT NULL
    UNION ALL
    (SELECT 'same-number-in-case' FROM c
     WHERE EXISTS (SELECT FROM vault.candidate o WHERE o.case_id = c.case_id AND o.step_key = c.step_key AND o.number_hash = c.number_hash AND o.field <> c.field
                   AND NOT EXISTS (SELECT FROM vault.attempt a WHERE a.typed_id = o.id)
                   AND NOT EXISTS (SELECT FROM vault.candidate n WHERE n.case_id = o.case_id AND n.step_key = o.step_key AND n.field = o.field
                                   AND n.officer_no = o.officer_no AND n.at > o.at)));
$$;

-- 結び付けている人: the addressee number a candidate's number is bound to, for the confirmation list.
CREATE FUNCTION vault.holder(p_candidate uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vault, pg_temp AS $$
    SELECT b.addressee_no FROM vault.number_binding b JOIN vault.candidate c USING (number_hash) WHERE c.id = p_candidate AND b.until IS NULL;
$$;
CREATE FUNCTION vault.is_bound(p_addressee text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vault, pg_temp AS $$
    SELECT EXISTS (SELECT FROM vault.number_binding WHERE addressee_no = p_addressee AND until IS NULL);
$$;
CREATE FUNCTION vault.active_binding(p_addressee text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vault, pg_temp AS $$
    SELECT id FROM vault.number_binding WHERE addressee_no = p_addressee AND until IS NULL;
$$;

-- 番号の登録: only an effect bind-number whose approved item names this candidate and this person, and only a candidate a second person matched.
CREATE FUNCTION vault.bind(p_binding uuid, p_effect uuid, p_candidate uuid, p_addressee text, p_since date, p_ends_former boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vault, pg_temp AS $$
DECLARE
    approved text;
    c vault.candidate%ROWTYPE;
BEGIN
    SELECT i.content INTO approved FROM futari.effect f JOIN futari.submission_item i USING (submission_id, item_no)
    WHERE f.id = p_effect AND f.key = 'bind-number' AND f.txid = pg_current_xact_id();
    IF approved IS NULL OR position('"' || p_candidate::text || '"' IN approved) = 0 OR position('"' || p_addressee || '"' IN approved) = 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'FT204', MESSAGE = 'mynumber.bind.not-approved';
    END IF;
    SELECT * INTO c FROM vault.candidate WHERE id = p_candidate;
    IF NOT EXISTS (SELECT FROM vault.attempt WHERE candidate_id = p_candidate AND result = 'match') THEN
        RAISE EXCEPTION USING ERRCODE = 'FT205', MESSAGE = 'mynumber.bind.not-matched';
    END IF;
    IF p_ends_former THEN
        UPDATE vault.number_binding SET until = greatest(since, p_since - 1), effect_id = p_effect WHERE addressee_no = p_addressee AND until IS NULL;
    END IF;
    INSERT INTO vault.number_binding (id, effect_id, candidate_id, addressee_no, hash_key_id, number_hash, since)
    VALUES (p_binding, p_effect, p_candidate, p_addressee, c.hash_key_id, c.number_hash, p_since);
EXCEPTION WHEN unique_violation THEN
    RAISE EXCEPTION USING ERRCODE = 'FT206', MESSAGE = 'mynumber.bind.already-bound';
END
$$;

-- 表示の記録: first the record, committed; then, in another transaction and within 30 seconds, the number, once.
CREATE FUNCTION vault.open_reveal(p_id uuid, p_purpose text, p_case uuid, p_step text, p_task text, p_field text, p_candidate uuid)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = vault, pg_temp AS $$
DECLARE
    officer text := vault.actor();
    identified timestamptz := (SELECT reauthenticated_at FROM futari.staff_session WHERE ref = current_setting('futari.session')::uuid);
BEGIN
    IF NOT EXISTS (SELECT FROM vault.reveal_purpose WHERE purpose = p_purpose AND since <= current_date AND (until IS NULL OR until >= current_date)) THEN
        RAISE EXCEPTION USING ERRCODE = 'FT209', MESSAGE = 'mynumber.reveal.purpose';
    END IF;
    IF identified < clock_timestamp() - interval '60 seconds' THEN
        RAISE EXCEPTION USING ERRCODE = 'FT210', MESSAGE = 'access.reauthentication-required';
    END IF;
    IF NOT EXISTS (SELECT FROM vault.candidate WHERE id = p_candidate AND case_id = p_case AND field = p_field) THEN
        RAISE EXCEPTION USING ERRCODE = 'FT214', MESSAGE = 'mynumber.reveal.no-number';
    END IF;
    INSERT INTO vault.reveal (id, purpose, case_id, step_key, task_id, field, candidate_id, officer_no, session, reauthenticated_at)
    VALUES (p_id, p_purpose, p_case, p_step, p_task, p_field, p_candidate, officer, current_setting('futari.session')::uuid, identified);
EXCEPTION WHEN unique_violation THEN
    RAISE EXCEPTION USING ERRCODE = 'FT211', MESSAGE = 'mynumber.reveal.used';
END
$$;
CREATE FUNCTION vault.take_reveal(p_id uuid, OUT candidate_id uuid, OUT key_id text, OUT sealed bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vault, pg_temp AS $$
BEGIN
    UPDATE vault.reveal r SET taken_at = clock_timestamp() FROM vault.candidate c
    WHERE r.id = p_id AND r.officer_no = vault.actor() AND r.taken_at IS NULL AND r.opened_tx <> pg_current_xact_id() AND r.opened_at > clock_timestamp() - interval '30 seconds'
      AND c.id = r.candidate_id
    RETURNING c.id, c.key_id, c.sealed INTO take_reveal.candidate_id, take_reveal.key_id, take_reveal.sealed;
    IF take_reveal.sealed IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'FT212', MESSAGE = 'mynumber.reveal.lease-over';
    END IF;
END
$$;
CREATE FUNCTION vault.reveals(p_case uuid) RETURNS TABLE (purpose text, label text, step_key text, field text, officer_no text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vault, pg_temp AS $$
    SELECT r.purpose, p.label, r.step_key, r.field, r.officer_no, r.opened_at FROM vault.reveal r JOIN vault.reveal_purpose p USING (purpose) WHERE r.case_id = p_case ORDER BY r.opened_at;
$$;

CREATE FUNCTION vault.put_page(p_document uuid, p_page int, p_key text, p_sealed bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = vault, pg_temp AS $$
    INSERT INTO vault.sealed_page (document_id, page_no, key_id, sealed) VALUES (p_document, p_page, p_key, p_sealed);
$$;
CREATE FUNCTION vault.take_page(p_document uuid, p_page int, p_purpose text, OUT key_id text, OUT sealed bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vault, pg_temp AS $$
BEGIN
    SELECT s.key_id, s.sealed INTO take_page.key_id, take_page.sealed FROM vault.sealed_page s WHERE document_id = p_document AND page_no = p_page;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'FT213', MESSAGE = 'mynumber.page.unknown';
    END IF;
    INSERT INTO vault.page_opening (document_id, page_no, purpose, officer_no) VALUES (p_document, p_page, p_purpose, vault.actor());
END
$$;

CREATE FUNCTION vault.put_text(p_id uuid, p_purpose text, p_key text, p_sealed bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = vault, pg_temp AS $$
    INSERT INTO vault.sealed_text (id, purpose, key_id, sealed) VALUES (p_id, p_purpose, p_key, p_sealed);
$$;
CREATE FUNCTION vault.take_text(p_id uuid, p_purpose text, OUT key_id text, OUT sealed bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vault, pg_temp AS $$
    SELECT key_id, sealed FROM vault.sealed_text WHERE id = p_id AND purpose = p_purpose;
$$;

GRANT EXECUTE ON FUNCTION vault.put_candidate, vault.match, vault.findings, vault.holder, vault.is_bound, vault.active_binding, vault.bind, vault.open_reveal, vault.take_reveal,
    vault.reveals, vault.put_page, vault.take_page, vault.put_text, vault.take_text TO futari_app;
RESET ROLE;

CALL futari.make_register('vault.number_binding');
REVOKE ALL ON vault.number_binding FROM futari_app;   -- a register like the others, but not to be read
