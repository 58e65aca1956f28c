package jp.futari.correspondence.model;

import java.time.LocalDate;
import java.util.List;

/**
 * 1枚の用紙: what the printing itself adds to the approved content.
 *
 * @param reprint whether the sheet replaces a spoiled one and carries 再発行
 * @param stamps  who decided and who confirmed, for the stamp box (決裁欄)
 */
public record SheetFacts(SheetSerial serial, String documentNo, LocalDate issuedOn, boolean reprint, List<Stamp> stamps) {

    /** @param name family name, at most two characters fit the seal */
    public record Stamp(String label, String name) {
    }
}
