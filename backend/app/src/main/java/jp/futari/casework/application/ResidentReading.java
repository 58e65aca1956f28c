package jp.futari.casework.application;

import java.util.Set;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.Rights;
import jp.futari.addressee.spi.ReadingDuty;
import jp.futari.shared.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 住民の閲覧の職務: roles that work on cases may read residents; protected addresses only the roles named by the office ({@code futari.protected-address-roles}). */
@Component
class ResidentReading implements ReadingDuty {

    private static final Set<String> READERS = Set.of("counter-clerk", "eligibility-clerk", "levy-clerk", "benefit-clerk", "collection-clerk", "section-chief", "manager");

    private final CurrentOfficer current;
    private final Rights rights;
    private final Set<String> protectedReaders;

    ResidentReading(CurrentOfficer current, Rights rights, @Value("${futari.protected-address-roles:eligibility-clerk,section-chief}") Set<String> protectedReaders) {
        this.current = current;
        this.rights = rights;
        this.protectedReaders = protectedReaders;
    }

    @Override
    public Duty current() {
        var held = rights.of(current.get());
        if (!held.may(READERS, null)) {
            throw Refused.forbidden("access.role-missing");
        }
        return new Duty(held.may(protectedReaders, null));
    }
}
