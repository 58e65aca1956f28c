/** 開庁日: the days on which the office is open, and the deadlines that follow from them. */
package jp.futari.shared.calendar;
