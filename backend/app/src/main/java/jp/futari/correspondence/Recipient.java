package jp.futari.correspondence;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * あて先: who gets a paper, where the window of the envelope shows it. For a protected person (支援措置) nothing but the name is printed unless
 * the address is said to be safe.
 *
 * @param postalCode seven digits
 * @param safe       the address is the protected person's own, chosen for mail; read for this duty only
 */
public record Recipient(String name, String postalCode, String address, @JsonProperty("protected") boolean protectedPerson, boolean safe) {

    public static Recipient of(String name, String postalCode, String address) {
        return new Recipient(name, postalCode, address, false, false);
    }

    /** A protected person who comes to the counter. */
    public static Recipient withoutAddress(String name) {
        return new Recipient(name, null, null, true, false);
    }
}
