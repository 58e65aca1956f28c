package jp.futari.eligibility.application;

import jp.futari.eligibility.model.AcquisitionDates;
import jp.futari.eligibility.model.CertificateRules;
import jp.futari.eligibility.model.IntakeRules;
import jp.futari.eligibility.model.NotificationDeadlines;
import jp.futari.eligibility.model.RequiredPapers;
import jp.futari.shared.office.Office;
import jp.futari.shared.rules.DecisionTables;
import org.springframework.stereotype.Component;

/** 届出の規則: the room's rules with the tables and the office's data they rest on. */
@Component
public class NoticeRules {

    private final AcquisitionDates dates;
    private final RequiredPapers papers;
    private final NotificationDeadlines deadlines;
    private final CertificateRules certificates;
    private final IntakeRules intake;
    private final Office office;

    NoticeRules(DecisionTables tables, Office office) {
        this.dates = new AcquisitionDates(tables);
        this.papers = new RequiredPapers(tables);
        this.deadlines = new NotificationDeadlines(tables, office.calendar());
        this.certificates = new CertificateRules(tables, office);
        this.intake = new IntakeRules(tables);
        this.office = office;
    }

    public AcquisitionDates dates() {
        return dates;
    }

    RequiredPapers papers() {
        return papers;
    }

    public NotificationDeadlines deadlines() {
        return deadlines;
    }

    CertificateRules certificates() {
        return certificates;
    }

    IntakeRules intake() {
        return intake;
    }

    public Office office() {
        return office;
    }
}
