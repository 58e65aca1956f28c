-- 行為の関数: beginning, submission, approval and end of an act. Every function of this file stands here alone; a change is an edit of it (decision 0083).
-- The beginning of an act: names the session to the database and keeps the request from happening twice. A key stands for one act on one target with one body.
CREATE OR REPLACE FUNCTION futari.begin_act(session_ref uuid, request_key uuid, request_route text, request_target text, OUT person text, OUT terminal text, OUT fresh boolean, OUT same_request boolean, OUT earlier_status int, OUT earlier_answer text)
LANGUAGE plpgsql SET search_path = futari, pg_temp AS $$
BEGIN
    PERFORM set_config('futari.session', session_ref::text, true);
    person := futari.person_of_session(session_ref);
    SELECT terminal_no INTO terminal FROM staff_session WHERE ref = session_ref;
    fresh := true;
    IF person IS NOT NULL AND request_key IS NOT NULL THEN
        INSERT INTO idempotent_request (key, officer_no, route, target) VALUES (request_key, person, request_route, request_target) ON CONFLICT DO NOTHING;
        IF NOT FOUND THEN
            fresh := false;
            SELECT route = request_route AND target = request_target, status, answer INTO same_request, earlier_status, earlier_answer
            FROM idempotent_request WHERE key = request_key AND officer_no = person;
        END IF;
    END IF;
END
$$;
GRANT EXECUTE ON FUNCTION futari.begin_act(uuid, uuid, text, text) TO futari_app;

-- Why the law keeps a person from a task, whatever their rights, or null: the questions of two-persons.md in their order, each asked only when the one before found nothing.
CREATE OR REPLACE FUNCTION futari.kept_from(task text, person text) RETURNS text LANGUAGE plpgsql STABLE SET search_path = futari, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    w record;
BEGIN
    SELECT i.duty, i.step_id, i.case_id, s.apart_from INTO w FROM work_item i JOIN step s ON s.id = i.step_id WHERE i.task_id = kept_from.task;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF w.duty = 'check' AND EXISTS (SELECT FROM step_contributor c WHERE c.step_id = w.step_id AND c.officer_no = kept_from.person) THEN
        RETURN 'casework.check.own-work';
    END IF;
    IF cardinality(w.apart_from) > 0 THEN
        IF EXISTS (SELECT FROM step other WHERE other.case_id = w.case_id AND other.step_key = ANY (w.apart_from)
                   AND (EXISTS (SELECT FROM step_contributor c WHERE c.step_id = other.id AND c.officer_no = kept_from.person)
                        OR EXISTS (SELECT FROM approval a WHERE a.step_id = other.id AND a.checker = kept_from.person)
                        OR EXISTS (SELECT FROM step_return r WHERE r.step_id = other.id AND r.checker = kept_from.person))) THEN
            RETURN 'casework.step.kept-apart';
        END IF;
    END IF;
    IF EXISTS (SELECT FROM interest i WHERE i.case_id = w.case_id) THEN
        IF EXISTS (SELECT FROM interest i WHERE i.case_id = w.case_id AND i.officer_no = kept_from.person) THEN
            RETURN (SELECT CASE i.relation WHEN 'concerned' THEN 'casework.interest.own' ELSE 'casework.interest.declared' END
                    FROM interest i WHERE i.case_id = w.case_id AND i.officer_no = kept_from.person ORDER BY i.relation <> 'concerned' LIMIT 1);
        END IF;
        IF w.duty = 'check' AND EXISTS (SELECT FROM interest i JOIN step_contributor c ON c.officer_no = i.officer_no
                                        WHERE i.case_id = w.case_id AND c.step_id = w.step_id) THEN
            RETURN 'casework.interest.of-the-doer';
        END IF;
    END IF;
    RETURN NULL;
END
$$;

-- Why the person of a session may not act on a task, or null.
CREATE OR REPLACE FUNCTION futari.why_not(task text, person text, session uuid) RETURNS text LANGUAGE plpgsql STABLE SET search_path = futari, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    refusal text := kept_from(task, person);
BEGIN
    IF refusal IS NULL AND EXISTS (SELECT FROM work_item w WHERE w.task_id = why_not.task
                                   AND NOT EXISTS (SELECT FROM roles_of_session(why_not.session) r WHERE r.role = ANY (w.roles) AND (r.section IS NULL OR r.section = w.section))) THEN
        RETURN 'access.role-missing';
    END IF;
    RETURN refusal;
END
$$;

-- Why a task may not be handed to a person, or null: the same questions of somebody who need not be signed in, of whom the register tells account and rights.
CREATE OR REPLACE FUNCTION futari.why_not_hand_to(task text, person text) RETURNS text LANGUAGE plpgsql STABLE SET search_path = futari, pg_temp AS $$
DECLARE
    refusal text := kept_from(task, person);
BEGIN
    IF refusal IS NOT NULL THEN
        RETURN refusal;
    END IF;
    IF NOT EXISTS (SELECT FROM account a JOIN staff_member m USING (officer_no) WHERE a.officer_no = why_not_hand_to.person
                   AND valid_on(a.starts_on, a.ends_on, office_today()) AND valid_on(m.starts_on, m.ends_on, office_today())) THEN
        RETURN 'access.account-missing';
    END IF;
    IF EXISTS (SELECT FROM work_item w WHERE w.task_id = why_not_hand_to.task
               AND NOT EXISTS (SELECT FROM roles_of(why_not_hand_to.person, office_today()) r WHERE r.role = ANY (w.roles) AND (r.section IS NULL OR r.section = w.section))) THEN
        RETURN 'access.role-missing';
    END IF;
    RETURN NULL;
END
$$;
GRANT EXECUTE ON FUNCTION futari.kept_from(text, text), futari.why_not(text, text, uuid), futari.why_not_hand_to(text, text) TO futari_app;

-- A submission with its items, contributor, and the items the checker will be asked; unchanged matched fields of the former round are carried over.
CREATE OR REPLACE FUNCTION futari.submit(doc jsonb) RETURNS void LANGUAGE plpgsql SET search_path = futari, pg_temp AS $$
BEGIN
    INSERT INTO submission (id, step_id, round, content, hash, doer, session, terminal)
    SELECT d.id, d."stepId", d.round, d.content, d.hash, d.doer, d.session, d.terminal
    FROM jsonb_to_record(doc) AS d(id uuid, "stepId" uuid, round int, content text, hash text, doer text, session uuid, terminal text);
    INSERT INTO submission_item SELECT (doc ->> 'id')::uuid, i.no, i.effects, i.kind, i.content, i.hash
    FROM jsonb_to_recordset(doc -> 'items') AS i(no int, effects text[], kind text, content text, hash text);
    INSERT INTO step_contributor (step_id, officer_no, round, how) VALUES ((doc ->> 'stepId')::uuid, doc ->> 'doer', (doc ->> 'round')::int, 'submitted') ON CONFLICT DO NOTHING;
    INSERT INTO check_item (step_id, round, key, item, ordinal, kind, state, carried)
    SELECT (doc ->> 'stepId')::uuid, (doc ->> 'round')::int, k.key, k.item, k.ordinal, k.kind, k.state, k.carried
    FROM jsonb_to_recordset(doc -> 'asked') AS k(key text, item text, ordinal int, kind text, state text, carried boolean);
    IF (doc ->> 'claimNow')::boolean THEN
        UPDATE work_item SET claimed_by = doc ->> 'doer', claimed_at = clock_timestamp() WHERE task_id = doc ->> 'taskId';
    END IF;
    IF doc ? 'subject' THEN
        UPDATE case_file f SET subject_name = s.name, household_name = coalesce(s."householdName", f.household_name), birth_date = coalesce(s."birthDate", f.birth_date),
               insured_number = coalesce(s."insuredNumber", f.insured_number), addressees = coalesce(s.addressees, f.addressees)
        FROM jsonb_to_record(doc -> 'subject') AS s(name text, "householdName" text, "birthDate" date, "insuredNumber" text, addressees text[])
        WHERE f.id = (doc ->> 'caseId')::uuid;
    END IF;
    IF doc ? 'concerned' OR EXISTS (SELECT FROM concerned_officer WHERE case_id = (doc ->> 'caseId')::uuid) THEN   -- 本人: what open work of the case says follows the entry
        INSERT INTO concerned_officer (submission_id, officer_no, case_id, step_key)
        SELECT (doc ->> 'id')::uuid, named, (doc ->> 'caseId')::uuid, doc ->> 'stepKey' FROM jsonb_array_elements_text(coalesce(doc -> 'concerned', '[]')) named;
        DELETE FROM work_item_excluded x USING work_item w WHERE w.task_id = x.task_id AND w.case_id = (doc ->> 'caseId')::uuid AND x.why = 'interest';
        INSERT INTO work_item_excluded SELECT DISTINCT i.officer_no, w.task_id, 'interest' FROM interest i JOIN work_item w USING (case_id) WHERE i.case_id = (doc ->> 'caseId')::uuid;
        UPDATE work_item w SET claimed_by = NULL, claimed_at = NULL, version = version + 1 FROM interest i
        WHERE w.case_id = (doc ->> 'caseId')::uuid AND i.case_id = w.case_id AND i.officer_no = w.claimed_by AND w.task_id <> doc ->> 'taskId';
    END IF;
    DELETE FROM draft WHERE step_id = (doc ->> 'stepId')::uuid AND round = (doc ->> 'round')::int AND officer_no = doc ->> 'doer';
END
$$;
GRANT EXECUTE ON FUNCTION futari.submit(jsonb) TO futari_app;

-- 承認: the only way an approval comes to be. Finds the person from the session that the server set, and reads claim, rights, contributors and answers again:
-- who confirms has answered every item of the round, not a colleague who held the task before.
CREATE OR REPLACE FUNCTION futari.approve(task text, verified jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = futari, pg_temp AS $$
DECLARE
    session_ref uuid := nullif(current_setting('futari.session', true), '')::uuid;
    person      text;
    at_terminal text;
    w           work_item%ROWTYPE;
    s           submission%ROWTYPE;
    refusal     text;
    approval_id uuid := gen_random_uuid();
BEGIN
    SELECT futari.person_of_session(session_ref) INTO person;
    IF person IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'FT001', MESSAGE = 'access.signed-out';
    END IF;
    SELECT terminal_no INTO at_terminal FROM staff_session WHERE ref = session_ref;
    SELECT * INTO w FROM work_item WHERE task_id = task FOR UPDATE;
    IF NOT FOUND OR w.duty <> 'check' THEN
        RAISE EXCEPTION USING ERRCODE = 'FT002', MESSAGE = 'casework.task.gone';
    END IF;
    IF w.claimed_by IS DISTINCT FROM person THEN
        RAISE EXCEPTION USING ERRCODE = 'FT003', MESSAGE = 'casework.task.not-your-claim';
    END IF;
    refusal := why_not(task, person, session_ref);
    IF refusal IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'FT004', MESSAGE = refusal;
    END IF;
    SELECT * INTO s FROM submission WHERE step_id = w.step_id AND round = w.round;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'FT005', MESSAGE = 'casework.check.nothing-submitted';
    END IF;
    IF EXISTS (SELECT FROM check_item WHERE step_id = w.step_id AND round = w.round AND state NOT IN ('matched', 'same')) THEN
        RAISE EXCEPTION USING ERRCODE = 'FT006', MESSAGE = 'casework.check.open-items';
    END IF;
    IF EXISTS (SELECT FROM check_item WHERE step_id = w.step_id AND round = w.round AND NOT carried AND answered_by IS DISTINCT FROM person) THEN
        RAISE EXCEPTION USING ERRCODE = 'FT006', MESSAGE = 'casework.check.answered-by-another';
    END IF;
    IF NOT EXISTS (SELECT FROM check_opening WHERE step_id = w.step_id AND round = w.round AND officer_no = person) THEN
        RAISE EXCEPTION USING ERRCODE = 'FT007', MESSAGE = 'casework.check.never-opened';
    END IF;
    INSERT INTO approval (id, kind, case_id, step_id, step_key, round, submission_id, submission_hash, doer, checker, doer_session, checker_session, doer_terminal, checker_terminal, verification)
    VALUES (approval_id, coalesce((SELECT definition_approval FROM step WHERE id = w.step_id), 'case'), w.case_id, w.step_id, w.step_key, w.round, s.id, s.hash, s.doer, person,
            s.session, session_ref, s.terminal, at_terminal, verified);
    UPDATE step SET state = 'confirmed', closed_at = clock_timestamp() WHERE id = w.step_id;
    RETURN approval_id;
END
$$;
REVOKE ALL ON FUNCTION futari.approve(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION futari.approve(text, jsonb) TO futari_app;

-- The end of an act, in one round trip; what did not happen is not asked for.
CREATE OR REPLACE FUNCTION futari.finish_act(doc jsonb) RETURNS void LANGUAGE plpgsql SET search_path = futari, pg_temp AS $$
DECLARE
    o record;
    c record;
    the_step step%ROWTYPE;
    former_doer text;
    former_checker text;
    closed text[];
BEGIN
    IF doc ? 'effectRows' THEN
        INSERT INTO effect_row SELECT e.effect, e.tab, e.row FROM jsonb_to_recordset(doc -> 'effectRows') AS e(effect uuid, tab text, row uuid) ON CONFLICT DO NOTHING;
    END IF;
    IF doc ? 'withdrawn' THEN
        UPDATE step SET state = 'withdrawn', closed_at = clock_timestamp()
        WHERE id IN (SELECT step_id FROM work_item WHERE task_id IN (SELECT jsonb_array_elements_text(doc -> 'withdrawn'))) AND state IN ('doing', 'checking');
    END IF;
    IF doc ? 'closed' THEN
        closed := ARRAY (SELECT jsonb_array_elements_text(doc -> 'closed'));
        WITH gone AS (DELETE FROM work_item WHERE task_id = ANY (closed) RETURNING task_id, case_id, step_id, round, duty, claimed_by, claimed_at)
        INSERT INTO work_done SELECT task_id, case_id, step_id, round, duty, claimed_by, claimed_at, clock_timestamp() FROM gone;
    END IF;
    IF doc ? 'opened' THEN
        FOR o IN SELECT * FROM jsonb_to_recordset(doc -> 'opened')
                 AS x("task" text, "caseId" uuid, "process" text, "step" text, "duty" text, "entry" text, "roles" text[], "apartFrom" text[], "apartLifted" text, "approval" text)
        LOOP
            SELECT due, section INTO c FROM case_file WHERE id = o."caseId";
            -- whom the step keeps out is decided here, with the entry into it: a later round finds it decided
            INSERT INTO step (id, case_id, step_key, entry, apart_from, apart_lifted, definition_approval)
            VALUES (gen_random_uuid(), o."caseId", o.step, o.entry, o."apartFrom", o."apartLifted", o.approval)
            ON CONFLICT (case_id, step_key, entry) DO UPDATE
                SET round = step.round + (o.duty = 'do')::int, state = CASE o.duty WHEN 'do' THEN 'doing' ELSE 'checking' END
            RETURNING * INTO the_step;
            IF o.duty = 'do' AND the_step.round = 1 THEN   -- a step entered again ends its own former approval and every later one, of whatever kind
                INSERT INTO approval_end SELECT a.id, 'entered-again' FROM approval a
                WHERE a.case_id = o."caseId" AND a.at >= (SELECT min(b.at) FROM approval b WHERE b.case_id = o."caseId" AND b.step_key = o.step)
                ON CONFLICT DO NOTHING;
            END IF;
            former_doer := NULL; former_checker := NULL;
            IF the_step.round > 1 THEN
                SELECT sub.doer, nullif(r.checker, sub.doer) INTO former_doer, former_checker FROM submission sub JOIN step_return r ON r.step_id = sub.step_id AND r.round = sub.round
                WHERE sub.step_id = the_step.id AND sub.round = the_step.round - 1;
            END IF;
            INSERT INTO work_item (task_id, case_id, step_id, step_key, duty, round, queue, roles, section, due, claimed_by, claimed_at, returned)
            VALUES (o.task, o."caseId", the_step.id, o.step, o.duty, the_step.round, c.section || ':' || o.process || '/' || o.step || ':' || o.duty, o.roles, c.section, coalesce(c.due, 'infinity'),
                    CASE o.duty WHEN 'do' THEN former_doer ELSE former_checker END,
                    CASE WHEN (CASE o.duty WHEN 'do' THEN former_doer ELSE former_checker END) IS NOT NULL THEN clock_timestamp() END,
                    o.duty = 'do' AND the_step.round > 1);
            IF o.duty = 'check' THEN
                INSERT INTO work_item_excluded SELECT officer_no, o.task, 'contributor' FROM step_contributor WHERE step_id = the_step.id ON CONFLICT DO NOTHING;
            END IF;
            IF cardinality(the_step.apart_from) > 0 THEN
                INSERT INTO work_item_excluded SELECT DISTINCT p.who, o.task, 'apart' FROM step other,
                    LATERAL (SELECT officer_no AS who FROM step_contributor WHERE step_id = other.id UNION SELECT checker FROM approval WHERE step_id = other.id UNION SELECT checker FROM step_return WHERE step_id = other.id) p
                WHERE other.case_id = o."caseId" AND other.step_key = ANY (the_step.apart_from) ON CONFLICT DO NOTHING;
            END IF;
            INSERT INTO work_item_excluded SELECT DISTINCT officer_no, o.task, 'interest' FROM interest WHERE case_id = o."caseId" ON CONFLICT DO NOTHING;
            IF the_step.round > 1 THEN   -- what goes back to its person by itself does not go back to one who is kept out now
                UPDATE work_item w SET claimed_by = NULL, claimed_at = NULL
                WHERE w.task_id = o.task AND EXISTS (SELECT FROM work_item_excluded x WHERE x.task_id = w.task_id AND x.officer_no = w.claimed_by);
            END IF;
        END LOOP;
    END IF;
    IF doc ? 'ended' THEN
        UPDATE case_file f SET state = CASE WHEN x.end LIKE '%Withdrawn%' THEN 'withdrawn' ELSE 'done' END, end_event = x.end, closed_at = clock_timestamp()
        FROM jsonb_to_recordset(doc -> 'ended') AS x("case" uuid, "end" text) WHERE f.id = x.case;
    END IF;
    INSERT INTO audit_event (id, at, kind, action, officer, terminal, session, case_id, step_key, round, duty, purpose, subjects, what, leaf)
    SELECT a.id, clock_timestamp(), a.kind, a.action, a.officer, a.terminal, a.session, a."caseId", a.step, a.round, a.duty, a.purpose,
           coalesce(a.subjects, '{}'), coalesce(a.what, '{}'), ''
    FROM jsonb_to_recordset(doc -> 'audit') AS a(id uuid, kind text, action text, officer text, terminal text, session uuid, "caseId" uuid, step text, round int, duty text, purpose text, subjects text[], what jsonb);
    IF doc ? 'request' THEN
        UPDATE idempotent_request SET status = (doc -> 'request' ->> 'status')::int, answer = doc -> 'request' ->> 'answer'
        WHERE key = (doc -> 'request' ->> 'key')::uuid AND officer_no = doc -> 'request' ->> 'officer';
    END IF;
END
$$;
GRANT EXECUTE ON FUNCTION futari.finish_act(jsonb) TO futari_app;

-- 押印: who did and who checked each round of each step of a case. The plan is the same for every case; left alone PostgreSQL plans it anew for each one,
-- which costs more than reading it. It takes a step for a thousand rounds, and would read whole tables to join them: LIMIT 1 lets it look each row up.
CREATE OR REPLACE FUNCTION futari.stamps_of(of_case uuid) RETURNS TABLE (step_key text, opened_at timestamptz, round int, state text, confirmed boolean, returned boolean,
    done_at timestamptz, checked_at timestamptz, doer text, doer_family text, doer_given text, checker text, checker_family text, checker_given text)
LANGUAGE plpgsql STABLE SET search_path = futari, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY
    SELECT t.step_key, t.opened_at, t.round, t.state, t.confirmed, t.returned, t.done_at, t.checked_at, t.doer, d.family_name, d.given_name, t.checker, c.family_name, c.given_name FROM (
        SELECT s.step_key, s.opened_at, r.round, s.state, a.id IS NOT NULL AS confirmed, ret.step_id IS NOT NULL AS returned, sub.at AS done_at, coalesce(a.at, ret.at) AS checked_at,
               coalesce(sub.doer, CASE w.duty WHEN 'do' THEN w.claimed_by END) AS doer,
               coalesce(a.checker, nullif(ret.checker, sub.doer), CASE w.duty WHEN 'check' THEN w.claimed_by END) AS checker
        FROM step s CROSS JOIN LATERAL generate_series(1, s.round) AS r(round)
        LEFT JOIN LATERAL (SELECT * FROM submission x WHERE x.step_id = s.id AND x.round = r.round LIMIT 1) sub ON true
        LEFT JOIN LATERAL (SELECT * FROM approval x WHERE x.step_id = s.id AND x.round = r.round LIMIT 1) a ON true
        LEFT JOIN LATERAL (SELECT * FROM step_return x WHERE x.step_id = s.id AND x.round = r.round LIMIT 1) ret ON true
        LEFT JOIN LATERAL (SELECT * FROM work_item x WHERE x.step_id = s.id AND x.round = r.round LIMIT 1) w ON true
        WHERE s.case_id = of_case) t
    LEFT JOIN LATERAL (SELECT m.family_name, m.given_name FROM staff_member m WHERE m.officer_no = t.doer LIMIT 1) d ON true
    LEFT JOIN LATERAL (SELECT m.family_name, m.given_name FROM staff_member m WHERE m.officer_no = t.checker LIMIT 1) c ON true
    ORDER BY t.opened_at, t.round;
END
$$;
GRANT EXECUTE ON FUNCTION futari.stamps_of(uuid) TO futari_app;
