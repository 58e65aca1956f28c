package jp.futari.eligibility.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.eligibility.InsuredNumber;
import jp.futari.shared.EffectRef;
import jp.futari.shared.RegisterRow;

/** 国保の世帯: one 記号・番号, a head on every day, and a branch number for each person that is never given twice. */
@Entity
@Table(name = "insured_household")
public class InsuredHousehold extends RegisterRow {

    @Column(updatable = false)
    private String householdNo;
    @Column(updatable = false)
    private String symbol;
    @Column(updatable = false)
    private String number;
    @Column(updatable = false)
    private LocalDate openedOn;
    @OneToMany(mappedBy = "household", cascade = CascadeType.PERSIST)
    @OrderBy("fromDay")
    private List<HouseholdHeadship> headships = new ArrayList<>();
    @OneToMany(mappedBy = "household", cascade = CascadeType.PERSIST)
    @OrderBy("branch")
    private List<BranchNumber> branches = new ArrayList<>();

    protected InsuredHousehold() {
    }

    private InsuredHousehold(EffectRef effect, String householdNo, String symbol, String number, LocalDate openedOn) {
        super(UUID.randomUUID(), effect);
        this.householdNo = householdNo;
        this.symbol = symbol;
        this.number = number;
        this.openedOn = openedOn;
    }

    public static InsuredHousehold open(EffectRef effect, String householdNo, String symbol, String number, LocalDate on) {
        return new InsuredHousehold(effect, householdNo, symbol, number, on);
    }

    /** 世帯主: from a day on; whoever was head before ends on that day. A day before the first headship widens nothing: it opens the earlier days. */
    public void headedBy(EffectRef effect, String headAddresseeNo, LocalDate on) {
        if (headOn(on).filter(headAddresseeNo::equals).isPresent()) {
            return;
        }
        headships.stream().filter(headship -> headship.period().contains(on)).findFirst().ifPresentOrElse(
                running -> running.succeed(effect, on).ifPresentOrElse(until -> addHead(effect, headAddresseeNo, on, until), () -> addHead(effect, headAddresseeNo, on, null)),
                () -> addHead(effect, headAddresseeNo, on, nextHeadshipAfter(on).orElse(null)));
    }

    private void addHead(EffectRef effect, String headAddresseeNo, LocalDate from, LocalDate until) {
        headships.add(new HouseholdHeadship(effect, this, headAddresseeNo, from, until));
    }

    private Optional<LocalDate> nextHeadshipAfter(LocalDate day) {
        return headships.stream().map(headship -> headship.period().from()).filter(day::isBefore).min(LocalDate::compareTo);
    }

    public Optional<String> headOn(LocalDate day) {
        return headships.stream().filter(headship -> headship.period().contains(day)).map(HouseholdHeadship::headAddresseeNo).findFirst();
    }

    /** 擬制世帯主: a head who is not insured on that day. */
    public boolean isHeadDeemed(LocalDate day, Set<String> insuredOnThatDay) {
        return headOn(day).filter(head -> !insuredOnThatDay.contains(head)).isPresent();
    }

    /** 枝番: a person keeps the branch number once given, through every later period; it is never given to anybody else. */
    public InsuredNumber number(EffectRef effect, String addresseeNo, int branch) {
        var given = branches.stream().filter(row -> row.addresseeNo().equals(addresseeNo) || row.branch() == branch).toList();
        if (given.isEmpty()) {
            branches.add(new BranchNumber(effect, this, addresseeNo, branch));
        } else if (given.size() > 1 || !given.get(0).addresseeNo().equals(addresseeNo) || given.get(0).branch() != branch) {
            throw new BranchNumberTaken(id(), branch);
        }
        return new InsuredNumber(symbol, number, branch);
    }

    public boolean isNumbered(String symbol, String number) {
        return this.symbol.equals(symbol) && this.number.equals(number);
    }

    public String householdNo() {
        return householdNo;
    }
}
