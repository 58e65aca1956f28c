package jp.futari.casework.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.Rights;
import jp.futari.access.Staff;
import jp.futari.shared.OfficerId;
import jp.futari.shared.Refused;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 割り当てられる人: who may take all of the chosen work. Assigning asks everything again. */
@Service
public class Assignees {

    private final CurrentOfficer current;
    private final Rights rights;
    private final NamedParameterJdbcTemplate jdbc;

    Assignees(CurrentOfficer current, Rights rights, NamedParameterJdbcTemplate jdbc) {
        this.current = current;
        this.rights = rights;
        this.jdbc = jdbc;
    }

    /**
     * @return {@code {no, name, post}} by kana; none when nobody may take all of it
     * @throws Refused 403 unless the asking person is a chief or manager of each task's section
     */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> of(List<String> tasks) {
        Rights.Held held = rights.of(current.get());
        List<String> sections = jdbc.queryForList("SELECT DISTINCT section FROM work_item WHERE task_id IN (:tasks)", Map.of("tasks", tasks), String.class);
        if (sections.isEmpty() || !sections.stream().allMatch(section -> held.may(Inbox.CHIEFS, section))) {
            throw Refused.forbidden("casework.assign.only-chiefs");
        }
        return jdbc.query("""
                SELECT m.officer_no, m.family_name, m.given_name, m.post FROM staff_member m
                WHERE valid_on(m.starts_on, m.ends_on, office_today()) AND NOT EXISTS (
                  SELECT FROM work_item w WHERE w.task_id IN (:tasks) AND (
                    EXISTS (SELECT FROM work_item_excluded x WHERE x.task_id = w.task_id AND x.officer_no = m.officer_no)
                    OR NOT EXISTS (SELECT FROM access_grant g WHERE g.officer_no = m.officer_no AND g.role = ANY (w.roles) AND (g.section IS NULL OR g.section = w.section)
                                   AND valid_on(g.starts_on, g.ends_on, office_today()))))
                ORDER BY m.kana, m.officer_no""", Map.of("tasks", tasks), (row, n) -> {
            Map<String, Object> person = new LinkedHashMap<>();
            person.put("no", row.getString("officer_no"));
            person.put("name", new Staff.Person(new OfficerId(row.getString("officer_no")), row.getString("family_name"), row.getString("given_name"), null, null).name());
            person.put("post", row.getString("post"));
            return person;
        });
    }
}
