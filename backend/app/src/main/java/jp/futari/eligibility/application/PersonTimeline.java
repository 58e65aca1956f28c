package jp.futari.eligibility.application;

import java.util.List;
import jp.futari.addressee.spi.InsuredPeriods;
import jp.futari.eligibility.EligibilityLookup;
import jp.futari.eligibility.InsuredPeriod;
import jp.futari.eligibility.model.AcquisitionReason;
import org.springframework.stereotype.Component;

/** 資格の期間 on the person page, in the words of that page. */
@Component
class PersonTimeline implements InsuredPeriods {

    private final EligibilityLookup lookup;

    PersonTimeline(EligibilityLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public List<Period> of(String addresseeNo) {
        return lookup.periodsOf(addresseeNo).stream().map(PersonTimeline::period).toList();
    }

    @Override
    public List<String> holdersOf(String typed) {
        return TypedNumber.read(typed).map(it -> lookup.holders(it.symbol(), it.number(), it.branch())).orElse(List.of());
    }

    private static Period period(InsuredPeriod period) {
        boolean enrollment = period.kind().equals("enrollment");
        return new Period(enrollment ? "資格" : "適用", period.number() == null ? null : period.number().written(), period.from(), period.until(),
                enrollment ? AcquisitionReason.of(period.reason()).map(AcquisitionReason::label).orElse(period.reason()) : null);
    }
}
