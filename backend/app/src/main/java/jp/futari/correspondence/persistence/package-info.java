/** Rows of correspondence. */
package jp.futari.correspondence.persistence;
