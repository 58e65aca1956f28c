-- 押印: who did and who checked each round of each step of a case. The plan is the same for every case; left alone PostgreSQL plans it anew for each one,
-- which costs more than reading it.
CREATE FUNCTION futari.stamps_of(of_case uuid) RETURNS TABLE (step_key text, opened_at timestamptz, round int, state text, confirmed boolean, returned boolean,
    done_at timestamptz, checked_at timestamptz, doer text, doer_family text, doer_given text, checker text, checker_family text, checker_given text)
LANGUAGE plpgsql STABLE SET search_path = futari, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY
    SELECT t.step_key, t.opened_at, t.round, t.state, t.confirmed, t.returned, t.done_at, t.checked_at, t.doer, d.family_name, d.given_name, t.checker, c.family_name, c.given_name FROM (
        SELECT s.step_key, s.opened_at, r.round, s.state, a.id IS NOT NULL AS confirmed, ret.step_id IS NOT NULL AS returned, sub.at AS done_at, coalesce(a.at, ret.at) AS checked_at,
               coalesce(sub.doer, CASE w.duty WHEN 'do' THEN w.claimed_by END) AS doer,
               coalesce(a.checker, nullif(ret.checker, sub.doer), CASE w.duty WHEN 'check' THEN w.claimed_by END) AS checker
        FROM step s CROSS JOIN LATERAL generate_series(1, s.round) AS r(round)
        LEFT JOIN submission sub ON sub.step_id = s.id AND sub.round = r.round
        LEFT JOIN approval a ON a.step_id = s.id AND a.round = r.round
        LEFT JOIN step_return ret ON ret.step_id = s.id AND ret.round = r.round
        LEFT JOIN work_item w ON w.step_id = s.id AND w.round = r.round
        WHERE s.case_id = of_case) t
    LEFT JOIN staff_member d ON d.officer_no = t.doer LEFT JOIN staff_member c ON c.officer_no = t.checker
    ORDER BY t.opened_at, t.round;
END
$$;
GRANT EXECUTE ON FUNCTION futari.stamps_of(uuid) TO futari_app;
