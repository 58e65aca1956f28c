/** 初日を演じる: invented staff work through the first day over the same HTTP interface as anyone; nothing here knows the database. */
package jp.futari.demo.play;
