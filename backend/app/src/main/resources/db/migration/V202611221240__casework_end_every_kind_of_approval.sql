-- 二度めの入り: a confirmed step that is entered again ends its approval and every later one of the case, lists and standing approvals too (two-persons.md, rule 3).
CREATE OR REPLACE FUNCTION finish_act(doc jsonb) RETURNS void LANGUAGE plpgsql SET search_path = futari, pg_temp AS $$
DECLARE
    o record;
    c record;
    the_step step%ROWTYPE;
    former_doer text;
    former_checker text;
BEGIN
    INSERT INTO effect_row SELECT e.effect, e.tab, e.row FROM jsonb_to_recordset(doc -> 'effectRows') AS e(effect uuid, tab text, row uuid) ON CONFLICT DO NOTHING;
    IF jsonb_array_length(doc -> 'withdrawn') > 0 THEN
        UPDATE step SET state = 'withdrawn', closed_at = clock_timestamp()
        WHERE id IN (SELECT step_id FROM work_item WHERE task_id IN (SELECT jsonb_array_elements_text(doc -> 'withdrawn'))) AND state IN ('doing', 'checking');
    END IF;
    INSERT INTO work_done SELECT task_id, case_id, step_id, round, duty, claimed_by, claimed_at, clock_timestamp()
    FROM work_item WHERE task_id IN (SELECT jsonb_array_elements_text(doc -> 'closed'));
    DELETE FROM work_item WHERE task_id IN (SELECT jsonb_array_elements_text(doc -> 'closed'));
    FOR o IN SELECT * FROM jsonb_to_recordset(doc -> 'opened')
             AS x("task" text, "caseId" uuid, "process" text, "step" text, "duty" text, "entry" text, "roles" text[], "apartFrom" text[], "approval" text)
    LOOP
        SELECT due, section INTO c FROM case_file WHERE id = o."caseId";
        INSERT INTO step (id, case_id, step_key, entry, apart_from, definition_approval) VALUES (gen_random_uuid(), o."caseId", o.step, o.entry, o."apartFrom", o.approval)
        ON CONFLICT (case_id, step_key, entry) DO UPDATE
            SET round = step.round + (o.duty = 'do')::int, state = CASE o.duty WHEN 'do' THEN 'doing' ELSE 'checking' END
        RETURNING * INTO the_step;
        IF o.duty = 'do' AND the_step.round = 1 THEN   -- a step entered again ends its own former approval and every later one, of whatever kind: case, list or standing
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
    UPDATE case_file f SET state = CASE WHEN x.end LIKE '%Withdrawn%' THEN 'withdrawn' ELSE 'done' END, end_event = x.end, closed_at = clock_timestamp()
    FROM jsonb_to_recordset(doc -> 'ended') AS x("case" uuid, "end" text) WHERE f.id = x.case;
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
