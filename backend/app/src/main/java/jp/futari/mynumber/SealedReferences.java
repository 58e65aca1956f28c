package jp.futari.mynumber;

import java.util.UUID;

/** 封じた控え: short texts that must not lie open in a register, such as an officer's own addressee number. The register keeps only the reference. */
public interface SealedReferences {

    /** 職員本人の宛名番号: the purpose under which {@code staff_member.addressee_ref} is sealed. */
    String OFFICER_ADDRESSEE = "officer-addressee";

    UUID seal(String purpose, String text);

    /** @throws jp.futari.shared.Refused 404 when there is no such reference of this purpose */
    String open(String purpose, UUID reference);
}
