package jp.futari.eligibility.application;

import jp.futari.eligibility.model.CertificateRules.Validity;
import jp.futari.shared.rules.RuledRow;

/** 証の選び: which paper the rule gives one person, and until when it is valid. */
record CertificateChoice(Applicant applicant, RuledRow kind, Validity validity) {

    static final String CERTIFICATE = "eligibility-certificate";
    static final String NOTICE = "eligibility-notice";

    String paper() {
        return kind.text("kind");
    }
}
