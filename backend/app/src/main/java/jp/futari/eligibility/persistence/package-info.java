/** The registers of 資格 in PostgreSQL. */
package jp.futari.eligibility.persistence;
