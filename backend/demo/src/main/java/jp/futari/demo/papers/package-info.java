/** 見本の届書: draws filled-in paper forms for the invented city — as they come to the counter, with or without the number written on them. */
package jp.futari.demo.papers;
