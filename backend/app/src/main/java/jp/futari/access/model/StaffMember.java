package jp.futari.access.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import jp.futari.shared.EffectRef;
import jp.futari.shared.OfficerId;
import jp.futari.shared.RegisterRow;

/** 職員: one person of the staff, with section and post. */
@Entity
@Table(name = "staff_member")
public class StaffMember extends RegisterRow {

    @Column(name = "officer_no", nullable = false, updatable = false)
    private String officerNo;

    @Column(name = "family_name", nullable = false)
    private String familyName;

    @Column(name = "given_name", nullable = false)
    private String givenName;

    @Column(nullable = false)
    private String kana;

    @Column(nullable = false)
    private String section;

    @Column(nullable = false)
    private String post;

    @Embedded
    private Period period;

    @Column(name = "addressee_ref")
    private UUID addresseeRef;

    protected StaffMember() {
    }

    public StaffMember(OfficerId officer, Particulars particulars, Period period, EffectRef effect) {
        super(UUID.randomUUID(), effect);
        this.officerNo = officer.no();
        this.familyName = particulars.familyName();
        this.givenName = particulars.givenName();
        this.kana = particulars.kana();
        this.section = particulars.section();
        this.post = particulars.post();
        this.period = period;
    }

    /** 異動: another section or post, and a longer stay where the new right reaches further. */
    public void moves(String toSection, String toPost, Period alsoFor, EffectRef effect) {
        writtenBy(effect);
        section = toSection;
        post = toPost;
        period = period.joined(alsoFor);
    }

    /** 退職・失効: the last day in the office. */
    public void leaves(java.time.LocalDate lastDay, EffectRef effect) {
        writtenBy(effect);
        period = period.endingOn(lastDay);
    }

    public String officerNo() {
        return officerNo;
    }

    public String section() {
        return section;
    }

    public String post() {
        return post;
    }

    public Period period() {
        return period;
    }

    /** Name, kana, section and post, as the request gave them. */
    public record Particulars(String familyName, String givenName, String kana, String section, String post) {
    }
}
