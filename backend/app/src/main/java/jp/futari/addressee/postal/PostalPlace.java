package jp.futari.addressee.postal;

/** One place of a postal code; the address to fill in stays editable. */
public record PostalPlace(String code, String prefecture, String city, String town, String cityKana, String townKana) {

    public String address() {
        return prefecture + city + town;
    }
}
