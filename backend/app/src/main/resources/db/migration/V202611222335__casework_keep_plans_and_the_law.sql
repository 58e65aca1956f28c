-- 計画を保つ (V202611222330) with what was decided meanwhile: the officer a case is about is told so, and lists and standing approvals end with their step too.
-- Why a person may not act on a task, or null: the questions of two-persons.md in their order, each asked only when the one before found nothing.
CREATE OR REPLACE FUNCTION futari.why_not(task text, person text, session uuid) RETURNS text LANGUAGE plpgsql STABLE SET search_path = futari, pg_temp AS $$
DECLARE
    w record;
BEGIN
    SELECT i.duty, i.step_id, i.case_id, i.roles, i.section, s.apart_from INTO w FROM work_item i JOIN step s ON s.id = i.step_id WHERE i.task_id = why_not.task;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF w.duty = 'check' AND EXISTS (SELECT FROM step_contributor c WHERE c.step_id = w.step_id AND c.officer_no = why_not.person) THEN
        RETURN 'casework.check.own-work';
    END IF;
    IF cardinality(w.apart_from) > 0 THEN
        IF EXISTS (SELECT FROM step other WHERE other.case_id = w.case_id AND other.step_key = ANY (w.apart_from)
                   AND (EXISTS (SELECT FROM step_contributor c WHERE c.step_id = other.id AND c.officer_no = why_not.person)
                        OR EXISTS (SELECT FROM approval a WHERE a.step_id = other.id AND a.checker = why_not.person)
                        OR EXISTS (SELECT FROM step_return r WHERE r.step_id = other.id AND r.checker = why_not.person))) THEN
            RETURN 'casework.step.kept-apart';
        END IF;
    END IF;
    IF EXISTS (SELECT FROM declared_interest i WHERE i.case_id = w.case_id) THEN
        IF EXISTS (SELECT FROM declared_interest i WHERE i.case_id = w.case_id AND i.officer_no = why_not.person) THEN
            RETURN (SELECT CASE i.relation WHEN 'concerned' THEN 'casework.interest.own' ELSE 'casework.interest.declared' END
                    FROM declared_interest i WHERE i.case_id = w.case_id AND i.officer_no = why_not.person);
        END IF;
        IF w.duty = 'check' AND EXISTS (SELECT FROM declared_interest i JOIN step_contributor c ON c.officer_no = i.officer_no
                                        WHERE i.case_id = w.case_id AND c.step_id = w.step_id) THEN
            RETURN 'casework.interest.of-the-doer';
        END IF;
    END IF;
    IF NOT EXISTS (SELECT FROM roles_of_session(why_not.session) r WHERE r.role = ANY (w.roles) AND (r.section IS NULL OR r.section = w.section)) THEN
        RETURN 'access.role-missing';
    END IF;
    RETURN NULL;
END
$$;

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
                 AS x("task" text, "caseId" uuid, "process" text, "step" text, "duty" text, "entry" text, "roles" text[], "apartFrom" text[], "approval" text)
        LOOP
            SELECT due, section INTO c FROM case_file WHERE id = o."caseId";
            INSERT INTO step (id, case_id, step_key, entry, apart_from, definition_approval) VALUES (gen_random_uuid(), o."caseId", o.step, o.entry, o."apartFrom", o.approval)
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
            IF cardinality(o."apartFrom") > 0 THEN
                INSERT INTO work_item_excluded SELECT DISTINCT p.who, o.task, 'apart' FROM step other,
                    LATERAL (SELECT officer_no AS who FROM step_contributor WHERE step_id = other.id UNION SELECT checker FROM approval WHERE step_id = other.id UNION SELECT checker FROM step_return WHERE step_id = other.id) p
                WHERE other.case_id = o."caseId" AND other.step_key = ANY (o."apartFrom") ON CONFLICT DO NOTHING;
            END IF;
            INSERT INTO work_item_excluded SELECT officer_no, o.task, 'interest' FROM declared_interest WHERE case_id = o."caseId" ON CONFLICT DO NOTHING;
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
