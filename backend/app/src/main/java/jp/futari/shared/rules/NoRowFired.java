package jp.futari.shared.rules;

/** No row of the table answers these facts. Carries the decision's id only. */
public class NoRowFired extends RuntimeException {

    private final String decision;

    public NoRowFired(String decision) {
        super("no row of " + decision + " answers");
        this.decision = decision;
    }

    public String decision() {
        return decision;
    }
}
