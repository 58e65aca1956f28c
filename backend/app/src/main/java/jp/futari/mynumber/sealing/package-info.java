/** The key ring outside the database, authenticated encryption and the keyed hash. */
package jp.futari.mynumber.sealing;
