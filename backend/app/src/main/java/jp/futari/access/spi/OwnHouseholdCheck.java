package jp.futari.access.spi;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * 利害関係の照合: compares the officer's sealed own addressee number with the people of a case; implemented above, next to the vault and
 * the residents. Neither number ever comes down here.
 */
public interface OwnHouseholdCheck {

    /**
     * @param sealedAddressee reference of the sealed own addressee number ({@code staff_member.addressee_ref})
     * @param addressees      addressee numbers of the case
     * @return {@code own}, {@code family} or {@code same-address}; empty when there is no tie
     */
    Optional<String> tie(UUID sealedAddressee, Set<String> addressees);
}
