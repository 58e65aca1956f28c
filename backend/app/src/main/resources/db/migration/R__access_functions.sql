-- 権限の問い: whose session it is and which rights it has today. Every function of this file stands here alone; a change is an edit of it (decision 0083).
CREATE OR REPLACE FUNCTION futari.office_today() RETURNS date
    LANGUAGE sql STABLE
    RETURN (now() AT TIME ZONE 'Asia/Tokyo')::date;
COMMENT ON FUNCTION futari.office_today() IS '庁舎の今日(日本時間)。権限はこの日付で判断する。';

CREATE OR REPLACE FUNCTION futari.valid_on(starts_on date, ends_on date, day date) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN starts_on <= day AND (ends_on IS NULL OR ends_on >= day);
COMMENT ON FUNCTION futari.valid_on(date, date, date) IS '開始日から終了日まで(両日を含む)の間か。';

-- PL/pgSQL and no SQL function, here and wherever a function is asked in every act: PostgreSQL plans the statements of an SQL function that it cannot
-- inline anew at every call (before version 18); PL/pgSQL keeps them as long as the connection lives. The search_path is named, so that all callers share one plan.
CREATE OR REPLACE FUNCTION futari.person_of_session(session_ref uuid) RETURNS text LANGUAGE plpgsql STABLE SET search_path = futari, pg_temp AS $$
BEGIN
    RETURN (SELECT s.officer_no
              FROM staff_session s
              JOIN account a ON a.username = s.username AND a.officer_no = s.officer_no
              JOIN staff_member m ON m.officer_no = s.officer_no
              JOIN terminal t ON t.terminal_no = s.terminal_no
             WHERE s.ref = session_ref
               AND s.ended_at IS NULL
               AND s.active_until > now()
               AND s.expires_at > now()
               AND valid_on(a.starts_on, a.ends_on, office_today())
               AND valid_on(m.starts_on, m.ends_on, office_today())
               AND valid_on(t.starts_on, t.ends_on, office_today()));
END
$$;
COMMENT ON FUNCTION futari.person_of_session(uuid) IS
    'いま操作してよい職員の職員番号。終わった、覆われた、期限の切れた、アカウントや端末の終わったセッションは空。';

-- 課共通: a case that belongs to no single section (rights, terminals) is within reach of a right that is limited to one.
CREATE OR REPLACE FUNCTION futari.roles_of(officer text, day date) RETURNS TABLE (role text, section text)
    LANGUAGE sql STABLE
    AS $$
        SELECT g.role, reach.section
          FROM futari.access_grant g
          JOIN futari.staff_member m ON m.officer_no = g.officer_no
         CROSS JOIN LATERAL (SELECT g.section UNION ALL SELECT 'office' WHERE g.section IS NOT NULL) AS reach (section)
         WHERE g.officer_no = officer
           AND futari.valid_on(g.starts_on, g.ends_on, day)
           AND futari.valid_on(m.starts_on, m.ends_on, day);
    $$;
COMMENT ON FUNCTION futari.roles_of(text, date) IS 'その日にその職員が持つ役割。section が空ならすべての係。';

CREATE OR REPLACE FUNCTION futari.roles_of_session(session_ref uuid) RETURNS TABLE (role text, section text)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
        SELECT r.role, r.section
          FROM futari.staff_session s
         CROSS JOIN LATERAL futari.roles_of(futari.person_of_session(s.ref), futari.office_today()) r
         WHERE s.ref = session_ref
           AND (s.narrowed_to IS NULL OR r.role = ANY (s.narrowed_to));
    END;
COMMENT ON FUNCTION futari.roles_of_session(uuid) IS 'いまのセッションで使える役割。職員名簿の権限を、認証サーバーの役割で絞ったもの。';

GRANT EXECUTE ON FUNCTION futari.office_today(), futari.valid_on(date, date, date), futari.person_of_session(uuid),
    futari.roles_of(text, date), futari.roles_of_session(uuid) TO futari_app;
