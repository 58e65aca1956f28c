/** 帳票の中身: what each paper says, from the approved item and the office's data. */
package jp.futari.correspondence.model;
