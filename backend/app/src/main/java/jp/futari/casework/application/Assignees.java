package jp.futari.casework.application;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.InterestCheck;
import jp.futari.access.Rights;
import jp.futari.access.Staff;
import jp.futari.shared.OfficerId;
import jp.futari.shared.Refused;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 割り当てられる人: who could take the chosen work now. Assigning asks everything again, and the assignee's own acts once more. */
@Service
public class Assignees {

    /** What the law says to the person themselves, said of somebody else. An interest is named, its kind is not. */
    private static final Map<String, String> OF_ANOTHER = Map.of(
            "casework.check.own-work", "casework.assign.contributed",
            "casework.step.kept-apart", "casework.assign.kept-apart",
            "casework.interest.own", "casework.assign.interest",
            "casework.interest.declared", "casework.assign.interest",
            "casework.interest.of-the-doer", "casework.assign.interest-of-the-doer",
            "access.account-missing", "casework.assign.account-missing",
            "access.role-missing", "casework.assign.role-missing");

    private final CurrentOfficer current;
    private final Rights rights;
    private final InterestCheck interests;
    private final NamedParameterJdbcTemplate jdbc;

    Assignees(CurrentOfficer current, Rights rights, InterestCheck interests, NamedParameterJdbcTemplate jdbc) {
        this.current = current;
        this.rights = rights;
        this.interests = interests;
        this.jdbc = jdbc;
    }

    /** @return the code of the sentence why this person could not take the task now */
    Optional<String> whyNot(TaskState task, OfficerId to) {
        String refusal = jdbc.queryForObject("SELECT why_not_hand_to(:task, :to)", Map.of("task", task.taskId(), "to", to.no()), String.class);
        return refusal != null ? Optional.of(OF_ANOTHER.get(refusal)) : interests.conflict(to, task.addressees()).map(tie -> "casework.assign.interest");
    }

    /**
     * @return {@code {no, name, post}} by kana; none when nobody could take all of it
     * @throws Refused 403 unless the asking person is a chief or manager of each task's section
     */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> of(List<String> tasks) {
        Rights.Held held = rights.of(current.get());
        List<String> sections = jdbc.queryForList("SELECT DISTINCT section FROM work_item WHERE task_id IN (:tasks)", Map.of("tasks", tasks), String.class);
        if (sections.isEmpty() || !sections.stream().allMatch(section -> Inbox.leads(held, section))) {
            throw Refused.forbidden("casework.assign.only-chiefs");
        }
        Set<String> people = new LinkedHashSet<>(jdbc.queryForList("SELECT DISTINCT unnest(f.addressees) FROM work_item w JOIN case_file f ON f.id = w.case_id WHERE w.task_id IN (:tasks)",
                Map.of("tasks", tasks), String.class));
        return able(tasks).stream().filter(able -> !able.isResident() || interests.conflict(able.officer(), people).isEmpty()).map(Able::view).toList();
    }

    /** The law and the rights; whether a resident among them has a tie to the people of the cases only the vault can tell. */
    private List<Able> able(List<String> tasks) {
        return jdbc.query("""
                SELECT m.officer_no, m.family_name, m.given_name, m.post, m.addressee_ref IS NOT NULL AS resident FROM staff_member m
                WHERE EXISTS (SELECT FROM access_grant g JOIN work_item w ON g.role = ANY (w.roles) WHERE g.officer_no = m.officer_no AND w.task_id IN (:tasks))
                  AND NOT EXISTS (SELECT FROM work_item w WHERE w.task_id IN (:tasks) AND (w.held_until IS NOT NULL OR why_not_hand_to(w.task_id, m.officer_no) IS NOT NULL))
                ORDER BY m.kana, m.officer_no""", Map.of("tasks", tasks), (row, n) -> new Able(new Staff.Person(new OfficerId(row.getString("officer_no")), row.getString("family_name"),
                row.getString("given_name"), null, null), row.getString("post"), row.getBoolean("resident")));
    }

    private record Able(Staff.Person person, String post, boolean isResident) {

        OfficerId officer() {
            return person.officer();
        }

        Map<String, Object> view() {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("no", officer().no());
            view.put("name", person.name());
            view.put("post", post);
            return view;
        }
    }
}
