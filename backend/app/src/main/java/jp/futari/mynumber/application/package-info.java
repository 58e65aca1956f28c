/** Use cases of the vault. Transactions begin here. */
package jp.futari.mynumber.application;
