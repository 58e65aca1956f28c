package jp.futari.eligibility.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.futari.addressee.Person;
import jp.futari.casework.spi.StepWork.Fact;
import jp.futari.eligibility.EligibilityLookup;
import jp.futari.eligibility.model.RetroactiveConsequence;
import jp.futari.shared.jp.EraDate;
import jp.futari.shared.jp.LegalAge;
import org.springframework.stereotype.Component;

/** 決定の基礎: what the ruling rests on, with days, rows of rules and articles. */
@Component
class DecisionFacts {

    private final EligibilityLookup lookup;

    DecisionFacts(EligibilityLookup lookup) {
        this.lookup = lookup;
    }

    List<Fact> of(NoticeFacts facts, Judgement judgement, List<CertificateChoice> choices) {
        List<Fact> rows = new ArrayList<>();
        rows.add(new Fact("届", facts.notice().title() + "（" + facts.notice().noticeKind().article() + "）"));
        rows.add(new Fact(judgement.acquisition().label(), EraDate.written(judgement.acquisition().on())));
        rows.add(new Fact("日の規則", judgement.acquisition().rule().sentence() + "（" + judgement.acquisition().rule().article() + "）"));
        rows.add(new Fact("届出の期限", EraDate.written(judgement.deadline().due()) + "（" + judgement.deadline().rule().article() + "）"));
        consequence(judgement.consequence(), rows);
        head(facts, judgement, rows);
        choices.forEach(choice -> rows.add(new Fact("加入する人 " + choice.applicant().place(), person(facts, judgement, choice))));
        return rows;
    }

    private static void consequence(RetroactiveConsequence consequence, List<Fact> rows) {
        if (!consequence.isRetroactive()) {
            rows.add(new Fact("さかのぼる月", "なし"));
        }
        consequence.years().forEach(year -> rows.add(new Fact("さかのぼる月 " + fiscalYear(year), "%d年%d月から%d年%d月まで %dか月。%sは%sまで決められます（%s）%s".formatted(
                year.first().getYear(), year.first().getMonthValue(), year.last().getYear(), year.last().getMonthValue(), year.months(), consequence.regime().word(),
                EraDate.written(year.lastDayToDecide()), consequence.regime().article(), year.decidable() ? "" : "。期限を過ぎています"))));
    }

    private static String fiscalYear(RetroactiveConsequence.Year year) {
        return EraDate.written(year.year().firstDay()).replaceAll("年.*", "年度");
    }

    /** 擬制世帯主: a head who is neither insured nor among those who join. */
    private void head(NoticeFacts facts, Judgement judgement, List<Fact> rows) {
        Optional<Person> head = facts.head();
        Set<String> joining = facts.notice().addressees();
        boolean joins = facts.notice().persons().stream().anyMatch(applicant -> head.map(Person::addresseeNo).filter(no -> no.equals(applicant.addresseeNo())).isPresent());
        boolean insured = head.isPresent() && lookup.insuredOn(head.get().addresseeNo(), judgement.acquisition().on()).isPresent();
        rows.add(new Fact("世帯主", head.map(Person::name).orElse("") + (joins || insured || joining.isEmpty() ? "" : "（擬制世帯主）")));
    }

    private static String person(NoticeFacts facts, Judgement judgement, CertificateChoice choice) {
        Person person = facts.person(choice.applicant()).orElseThrow();
        String paper = choice.paper().equals(CertificateChoice.CERTIFICATE) ? "資格確認書" : "資格情報のお知らせ";
        String until = choice.validity().until() == null ? "" : "、有効期限 " + EraDate.written(choice.validity().until());
        return "%s（%d歳）%s%s（%s）".formatted(person.name(), LegalAge.on(person.birthDate(), judgement.acquisition().on()), paper, until, choice.kind().article());
    }
}
