-- 確認は一人のもの: who confirms has answered every item of the round, not a colleague who held the task before.
CREATE OR REPLACE FUNCTION approve(task text, verified jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = futari, pg_temp AS $$
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

-- A returned check goes back to its checker by itself, unless they have contributed in between: then it is free for others.
CREATE FUNCTION work_item_opens_for_no_contributor() RETURNS trigger LANGUAGE plpgsql SET search_path = futari, pg_temp AS $$
BEGIN
    IF NEW.duty = 'check' AND EXISTS (SELECT FROM step_contributor WHERE step_id = NEW.step_id AND officer_no = NEW.claimed_by) THEN
        NEW.claimed_by := NULL;
        NEW.claimed_at := NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER work_item_opens_for_no_contributor BEFORE INSERT ON work_item FOR EACH ROW EXECUTE FUNCTION work_item_opens_for_no_contributor();
