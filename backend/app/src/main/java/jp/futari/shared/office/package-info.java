/** 庁: the data of the one municipality this installation serves. Everything that differs between cities is here, never in code. */
package jp.futari.shared.office;
