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
