package jp.futari.eligibility.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import jp.futari.shared.EffectRef;
import jp.futari.shared.RegisterRow;

/** 枝番: two digits that tell the persons of one 記号・番号 apart (ITEM-69). */
@Entity
@Table(name = "branch_number")
public class BranchNumber extends RegisterRow {

    /** 二桁. */
    public static final int LAST = 99;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "household_id", updatable = false)
    private InsuredHousehold household;
    @Column(updatable = false)
    private String addresseeNo;
    @Column(updatable = false)
    private int branch;

    protected BranchNumber() {
    }

    BranchNumber(EffectRef effect, InsuredHousehold household, String addresseeNo, int branch) {
        super(UUID.randomUUID(), effect);
        if (branch < 1 || branch > LAST) {
            throw new IllegalArgumentException("a branch number has two digits");
        }
        this.household = household;
        this.addresseeNo = addresseeNo;
        this.branch = branch;
    }

    String addresseeNo() {
        return addresseeNo;
    }

    int branch() {
        return branch;
    }
}
