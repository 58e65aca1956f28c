package jp.futari.eligibility.application;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 確認リスト: people whose number is odd or missing (ACQ-17, ACQ-18). It names person and reason, never the number, and changes no register. */
@Component
class ConfirmationList {

    private final JdbcClient jdbc;

    ConfirmationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID caseId, String caseNo, String addresseeNo, String reason) {
        jdbc.sql("INSERT INTO number_confirmation (id, case_id, case_no, addressee_no, reason) VALUES (gen_random_uuid(), ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(caseId, caseNo, addresseeNo, reason).update();
    }
}
