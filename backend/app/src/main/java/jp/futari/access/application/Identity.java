package jp.futari.access.application;

import java.time.Instant;
import java.util.Set;

/**
 * Who the identity provider says it is: a claim about a person, not yet a person of the staff.
 *
 * @param idpSession   the provider's session ({@code sid}), by which back-channel logout names it
 * @param identifiedAt when the password was checked ({@code auth_time})
 * @param roles        role names in the token; they can narrow rights, never add
 * @param human        false for service accounts and client credentials
 * @param impersonated an administrator of the provider acts as this person
 */
public record Identity(String issuer, String username, String subject, String idpSession, Instant identifiedAt, Set<String> roles, boolean human,
                       boolean impersonated) {
}
