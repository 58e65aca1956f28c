/** The aggregates and rules of 資格. Java, mapping annotations and shared values, nothing more. */
package jp.futari.eligibility.model;
