/** 台帳の初期移行: two people approve a frozen list; each chunk of it is an item with its own hash, loaded by the effect {@code load-register}. */
package jp.futari.casework.load;
