package jp.futari.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.access.spi.OwnHouseholdCheck;
import jp.futari.shared.OfficerId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 利害関係(本人・家族・同じ住所): nobody works on a case of their own household (two-persons.md, section 3). */
@Component
public class InterestCheck {

    private final JdbcClient jdbc;
    private final ObjectProvider<OwnHouseholdCheck> households;

    public InterestCheck(JdbcClient jdbc, ObjectProvider<OwnHouseholdCheck> households) {
        this.jdbc = jdbc;
        this.households = households;
    }

    /**
     * @return {@code own}, {@code family} or {@code same-address}; empty when there is no tie, or when the officer is no resident
     * @throws IllegalStateException when the officer has a sealed number that nobody here can compare: then nobody may act on the case
     */
    public Optional<String> conflict(OfficerId officer, Set<String> addressees) {
        if (addressees.isEmpty()) {
            return Optional.empty();
        }
        return sealedNumberOf(officer).flatMap(sealed -> households.getObject().tie(sealed, addressees));
    }

    private Optional<UUID> sealedNumberOf(OfficerId officer) {
        return jdbc.sql("SELECT addressee_ref FROM futari.staff_member WHERE officer_no = :no AND addressee_ref IS NOT NULL")
                .param("no", officer.no()).query(UUID.class).optional();
    }
}
