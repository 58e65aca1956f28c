/** Reading and loading the registers of people and households, in plain SQL so that a million people answer at once. */
package jp.futari.addressee.persistence;
