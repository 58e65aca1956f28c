package jp.futari.casework.application;

import jp.futari.casework.persistence.InboxQueries;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What time does by itself in the inbox: held tasks come back on their day, counters are folded, drafts and request keys run out. */
@Component
public class Housekeeping {

    private final JdbcTemplate jdbc;
    private final InboxQueries queries;

    Housekeeping(JdbcTemplate jdbc, InboxQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    @Transactional
    @Scheduled(fixedDelayString = "${futari.inbox.fold-every-ms:10000}", initialDelay = 5000)
    public void foldCounts() {
        queries.foldCounts();
    }

    @Transactional
    @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
    public void returnHeldTasks() {
        jdbc.update("UPDATE work_item SET held_until = NULL, hold_reason = NULL, version = version + 1 WHERE held_until <= office_today()");
    }

    @Transactional
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    public void forgetOldDraftsAndKeys() {
        jdbc.update("DELETE FROM draft WHERE saved_at < now() - interval '30 days'");
        jdbc.update("DELETE FROM idempotent_request WHERE at < now() - interval '2 days'");
    }
}
