/** 規則: what a room asks of a decision table, and the row it answers with. The engine behind it is known to {@code process} packages only. */
package jp.futari.shared.rules;
