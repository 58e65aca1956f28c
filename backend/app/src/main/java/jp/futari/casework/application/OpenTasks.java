package jp.futari.casework.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.access.Rights;
import jp.futari.access.SignedIn;
import jp.futari.casework.persistence.InboxQueries;
import org.springframework.stereotype.Component;

/** Single open tasks as the screens show them. */
@Component
class OpenTasks {

    private final InboxQueries queries;
    private final TaskViews views;
    private final Rights rights;

    OpenTasks(InboxQueries queries, TaskViews views, Rights rights) {
        this.queries = queries;
        this.views = views;
        this.rights = rights;
    }

    Map<String, Object> view(String taskId, SignedIn person) {
        return views.of(queries.one(taskId), person, rights.of(person)).get(0);
    }

    /** Family names of some who may take the check. */
    List<String> whoCan(String taskId) {
        return queries.one(taskId).stream().findFirst().map(views::whoCan).orElse(List.of());
    }

    List<Map<String, Object>> ofCase(UUID caseId, SignedIn person) {
        return views.of(queries.ofCase(caseId), person, rights.of(person));
    }
}
