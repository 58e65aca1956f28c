package jp.futari.casework;

import static org.assertj.core.api.BDDAssertions.then;

import jp.futari.access.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 下書き: nobody overwrites what they have not seen, not even themselves in another window. */
class DraftsTest {

    private static CaseworkServer server;
    private static Browser clerk;

    @BeforeAll
    static void start() {
        server = new CaseworkServer();
        server.staff.person("S001", "eligibility", "counter-clerk").terminal("KH-014", "t1");
        clerk = server.signedIn("S001", "t1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("下書きがあるのに、見た版を言わずに書くと 428。下書きはそのままで、いまの下書きが答えにある")
    void a_draft_is_not_overwritten_unseen() {
        var journey = ProofJourney.startedBy(server, clerk);
        journey.claim(clerk, journey.doTask);
        then(save(journey, 1, null).json().path("version").asInt()).isEqualTo(1);
        var unseen = save(journey, 2, null);
        then(unseen.status).as(unseen.body).isEqualTo(428);
        then(unseen.code()).isEqualTo("casework.request.version-missing");
        then(unseen.json().path("conflict").path("values").path("amount").asInt()).isEqualTo(1);
        then(journey.refusals()).contains("casework.request.version-missing");
        then(server.one("SELECT field_values FROM draft d JOIN step s ON s.id = d.step_id WHERE s.case_id = '" + journey.caseId + "'")).isEqualTo("{\"amount\":1}");
    }

    @Test
    @DisplayName("見た版を言えば重ねられる。古い版なら 409。まったく同じ内容の送り直しは、何も失わないので通る")
    void a_draft_is_written_over_the_version_that_was_seen() {
        var journey = ProofJourney.startedBy(server, clerk);
        journey.claim(clerk, journey.doTask);
        save(journey, 1, null);
        then(save(journey, 2, "1").json().path("version").asInt()).isEqualTo(2);
        then(save(journey, 3, "1").code()).isEqualTo("casework.draft.newer");
        then(save(journey, 2, "1").json().path("version").asInt()).isEqualTo(3);
        then(save(journey, 4, "3").status).isEqualTo(200);
    }

    private static Browser.Answer save(ProofJourney journey, int amount, String seen) {
        if (seen != null) {
            clerk.headers.put("If-Match", "\"" + seen + "\"");
        }
        try {
            return clerk.put("/api/tasks/" + journey.doTask + "/draft", "{\"values\":{\"amount\":" + amount + "}}");
        } finally {
            clerk.headers.remove("If-Match");
        }
    }
}
