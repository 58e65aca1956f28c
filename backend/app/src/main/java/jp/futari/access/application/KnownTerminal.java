package jp.futari.access.application;

import java.util.List;

/** 登録端末: a terminal of the office as the register has it today. */
public record KnownTerminal(String terminalNo, String place, boolean counterFacing, List<String> businesses) {
}
