package jp.futari.casework.application;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.access.spi.OwnHouseholdCheck;
import jp.futari.addressee.Addressees;
import jp.futari.mynumber.SealedReferences;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 利害関係の照合: opens the officer's sealed addressee number in memory and asks the residents' room for a tie; only the kind of tie goes on. */
@Component
class OwnHousehold implements OwnHouseholdCheck {

    private final SealedReferences sealed;
    private final Addressees addressees;

    OwnHousehold(@Lazy SealedReferences sealed, @Lazy Addressees addressees) {
        this.sealed = sealed;
        this.addressees = addressees;
    }

    @Override
    public Optional<String> tie(UUID sealedAddressee, Set<String> people) {
        return addressees.tie(sealed.open(SealedReferences.OFFICER_ADDRESSEE, sealedAddressee), people);
    }
}
