/** 日本の値: eras, ages by law, names, kana, postal codes and check digits. Pure values; nothing here knows a database or Spring. */
package jp.futari.shared.jp;
