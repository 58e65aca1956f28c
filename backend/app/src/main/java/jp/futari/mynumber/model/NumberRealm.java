package jp.futari.mynumber.model;

import jp.futari.shared.Refused;

/** 本番とデモの番号: a demo takes only numbers that begin with 0000, so that no real number can be typed into it; production refuses exactly those. */
public enum NumberRealm {
    PRODUCTION,
    DEMO;

    public void mustAccept(PersonalNumber number) {
        if (number.isDemo() != (this == DEMO)) {
            throw Refused.unprocessable(this == DEMO ? "mynumber.demo-only" : "mynumber.demo-number");
        }
    }
}
