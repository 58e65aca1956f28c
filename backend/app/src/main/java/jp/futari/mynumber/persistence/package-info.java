/** Calls of the vault's database functions; the application can do nothing else there. */
package jp.futari.mynumber.persistence;
