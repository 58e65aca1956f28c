package jp.futari.mynumber.application;

import java.util.List;

/** 表示された番号: three groups of four, for thirty seconds on one screen. Its text form says nothing. */
public record RevealedNumber(List<String> groups, int seconds) {

    static final int LEASE_SECONDS = 30;

    @Override
    public String toString() {
        return "個人番号";
    }
}
