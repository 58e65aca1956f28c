package jp.futari.eligibility.application;

import jp.futari.eligibility.model.AcquisitionBasis;
import jp.futari.eligibility.model.Enrollments;
import jp.futari.eligibility.model.InsuredHousehold;
import jp.futari.eligibility.model.InsuredHouseholds;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.EffectRef;
import jp.futari.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 資格の登録: writes one approved person into the registers. Whatever changed since the approval and contradicts it is refused, never bent. */
@Service
public class RegisteringEnrollment {

    private final Enrollments enrollments;
    private final InsuredHouseholds households;

    RegisteringEnrollment(Enrollments enrollments, InsuredHouseholds households) {
        this.enrollments = enrollments;
        this.households = households;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void register(ApprovedItem item) {
        var content = EnrollmentContent.from(item.content());
        var household = household(item.effect(), content);
        household.headedBy(item.effect(), content.headAddresseeNo(), content.on());
        household.number(item.effect(), content.addresseeNo(), content.branch());
        households.add(household);
        begin(item, content, household);
    }

    private InsuredHousehold household(EffectRef effect, EnrollmentContent content) {
        var household = households.of(content.householdNo())
                .orElseGet(() -> InsuredHousehold.open(effect, content.householdNo(), content.symbol(), content.number(), content.on()));
        if (!household.isNumbered(content.symbol(), content.number())) {
            throw Refused.conflict("eligibility.household.number-differs", null);
        }
        return household;
    }

    private void begin(ApprovedItem item, EnrollmentContent content, InsuredHousehold household) {
        var history = enrollments.of(content.addresseeNo());
        var basis = new AcquisitionBasis(content.noticeKind(), content.reason(), content.article(), item.caseNo());
        enrollments.add(content.coverageOnly()
                ? history.startCoverage(item.effect(), content.on(), household.id(), basis)
                : history.acquire(item.effect(), content.on(), household.id(), basis));
    }
}
