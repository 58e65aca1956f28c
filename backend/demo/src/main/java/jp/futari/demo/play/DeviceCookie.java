package jp.futari.demo.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import jp.futari.demo.CannotStart;

/** 端末の印: what a machine keeps after its one-time link was opened on it. */
record DeviceCookie(String value) {

    static final String NAME = "__Host-futari-terminal";

    /** Opens the one-time link on an invented machine. */
    static DeviceCookie enrolledBy(String link) {
        try {
            var machine = new Browser();
            var address = URI.create(link);
            machine.send(address, HttpRequest.newBuilder().GET());
            var cookie = machine.cookies().of(address, NAME);
            if (cookie == null) {
                throw new CannotStart("初日が、前に途中で止まっています。mvn -Pdemo -Dfutari.reset で作り直してください。",
                        "An earlier first day was broken off; start afresh with mvn -Pdemo -Dfutari.reset.");
            }
            return new DeviceCookie(cookie);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever has it is a terminal: it is not for logs. */
    @Override
    public String toString() {
        return "DeviceCookie";
    }
}
