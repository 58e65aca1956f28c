/** 郵便番号簿: candidates for an address, from the data shipped with the release. No personal data. */
package jp.futari.addressee.postal;
