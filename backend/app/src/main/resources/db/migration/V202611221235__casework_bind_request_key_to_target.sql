-- 送り直しの番号: a key stands for one act on one target with one body; anything else under it is another request.
ALTER TABLE idempotent_request ADD COLUMN target text NOT NULL DEFAULT '';
COMMENT ON COLUMN idempotent_request.target IS '何についての、どんな内容の送信か（道と本文の SHA-256）。個人番号になりうる値は含めない。';
DROP FUNCTION begin_act(uuid, uuid, text);
CREATE FUNCTION begin_act(session_ref uuid, request_key uuid, request_route text, request_target text, OUT person text, OUT terminal text, OUT fresh boolean, OUT same_request boolean, OUT earlier_status int, OUT earlier_answer text)
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
GRANT EXECUTE ON FUNCTION begin_act(uuid, uuid, text, text) TO futari_app;
