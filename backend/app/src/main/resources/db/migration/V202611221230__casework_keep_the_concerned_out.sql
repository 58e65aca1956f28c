-- 本人: an officer whom the case is about is told so, not that they declared an interest.
COMMENT ON COLUMN declared_interest.relation IS '申告した関係。concerned は申告ではなく、案件の中身がその職員本人についてのものであること。';
CREATE OR REPLACE FUNCTION why_not(task text, person text, session uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN w.duty = 'check' AND EXISTS (SELECT FROM futari.step_contributor c WHERE c.step_id = w.step_id AND c.officer_no = person)
            THEN 'casework.check.own-work'
        WHEN EXISTS (SELECT FROM futari.step own
                     JOIN futari.step other ON other.case_id = own.case_id AND other.step_key = ANY (own.apart_from)
                     WHERE own.id = w.step_id
                       AND (EXISTS (SELECT FROM futari.step_contributor c WHERE c.step_id = other.id AND c.officer_no = person)
                            OR EXISTS (SELECT FROM futari.approval a WHERE a.step_id = other.id AND a.checker = person)
                            OR EXISTS (SELECT FROM futari.step_return r WHERE r.step_id = other.id AND r.checker = person)))
            THEN 'casework.step.kept-apart'
        WHEN EXISTS (SELECT FROM futari.declared_interest i WHERE i.case_id = w.case_id AND i.officer_no = person)
            THEN (SELECT CASE i.relation WHEN 'concerned' THEN 'casework.interest.own' ELSE 'casework.interest.declared' END
                  FROM futari.declared_interest i WHERE i.case_id = w.case_id AND i.officer_no = person)
        WHEN w.duty = 'check' AND EXISTS (SELECT FROM futari.declared_interest i JOIN futari.step_contributor c ON c.officer_no = i.officer_no
                                          WHERE i.case_id = w.case_id AND c.step_id = w.step_id)
            THEN 'casework.interest.of-the-doer'
        WHEN NOT EXISTS (SELECT FROM futari.roles_of_session(session) r WHERE r.role = ANY (w.roles) AND (r.section IS NULL OR r.section = w.section))
            THEN 'access.role-missing'
        END
    FROM futari.work_item w WHERE w.task_id = task;
$$;
