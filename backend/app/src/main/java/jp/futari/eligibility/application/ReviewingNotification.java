package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.futari.casework.spi.StepWork;
import jp.futari.eligibility.application.ReceivedNotice.Judged;
import jp.futari.shared.jp.EraDate;
import org.springframework.stereotype.Component;

/** 審査: papers, eligibility, the day and how far back. The day is counted by the rule; the checker types it again without seeing it. */
@Component
class ReviewingNotification implements StepWork {

    static final String STEP = "review-notification";

    private final ReceivedNotice received;
    private final NoticeRules rules;

    ReviewingNotification(ReceivedNotice received, NoticeRules rules) {
        this.received = received;
        this.rules = rules;
    }

    @Override
    public String stepKey() {
        return STEP;
    }

    @Override
    public ObjectNode prefill(StepContext step) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        Remarks remarks = new Remarks();
        values.put("residentInquiry", ResidentInquiry.NOT_MADE);
        received.judge(step, remarks).judgement().ifPresent(judgement -> {
            values.put("acquisitionOn", judgement.acquisition().on().toString());
            values.put("retroactive", yes(isLate(step, judgement)));
        });
        return values;
    }

    @Override
    public Map<String, RegisterValue> registerValues(StepContext step, ObjectNode values) {
        return received.judge(step, new Remarks()).judgement().map(judgement -> Map.of("acquisitionOn", new RegisterValue(judgement.acquisition().on().toString(),
                "規則（" + judgement.acquisition().rule().article() + "）", judgement.acquisition().rule().sentence()))).orElse(Map.of());
    }

    /** No day stands here that the checker types again. */
    @Override
    public List<Fact> basis(StepContext step) {
        Notification notice = ReceivedNotice.notice(step);
        if (!notice.isJudgeable()) {
            return List.of();
        }
        return List.of(new Fact("届", notice.title() + "（" + notice.noticeKind().article() + "）"),
                new Fact("届出日", EraDate.written(notice.notifiedOn())),
                new Fact("加入する人", notice.persons().size() + "人"),
                new Fact("受け取った書類", notice.documents().isEmpty() ? "なし" : notice.documents().stream().map(rules.office()::paper).collect(Collectors.joining("、"))));
    }

    @Override
    public List<Finding> findings(StepContext step, ObjectNode values) {
        Remarks remarks = new Remarks();
        received.judge(step, remarks);
        return remarks.findings();
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        Remarks remarks = new Remarks();
        Judged judged = received.judge(step, remarks);
        Judgement judgement = judged.required();
        if (!judgement.acquisition().on().toString().equals(Texts.of(values, "acquisitionOn"))) {
            remarks.problem("acquisitionOn", "eligibility.review.day-against-rule", Map.of("label", judgement.acquisition().label(),
                    "article", judgement.acquisition().rule().article(), "rule", judgement.acquisition().rule().sentence()));
        }
        eligible(values, remarks);
        documents(judged, judgement, values, remarks);
        retroactive(step, judgement, values, remarks);
        ResidentInquiry.judge(values, remarks);
        return remarks.composition(List.of(), Map.of(), null);
    }

    private static void eligible(ObjectNode values, Remarks remarks) {
        if ("yes".equals(Texts.of(values, "eligible"))) {
            remarks.obstacle().ifPresent(obstacle -> remarks.problem("eligible", "eligibility.review.not-eligible", Map.of("why", obstacle.message())));
        }
    }

    private static void documents(Judged judged, Judgement judgement, ObjectNode values, Remarks remarks) {
        boolean missing = !judgement.papers().missingFrom(judged.facts().notice().documents()).isEmpty();
        if (missing && "yes".equals(Texts.of(values, "documentsComplete"))) {
            remarks.problem("documentsComplete", "eligibility.review.papers-missing");
        }
    }

    private static void retroactive(StepContext step, Judgement judgement, ObjectNode values, Remarks remarks) {
        if (!yes(isLate(step, judgement)).equals(Texts.of(values, "retroactive"))) {
            remarks.problem("retroactive", "eligibility.review.retroactive-against-rule");
        } else {
            remarks.settled("retroactive", "届出日と期限から計算");
        }
    }

    private static boolean isLate(StepContext step, Judgement judgement) {
        return judgement.deadline().isLate(ReceivedNotice.notice(step).notifiedOn());
    }

    private static String yes(boolean yes) {
        return yes ? "yes" : "no";
    }
}
