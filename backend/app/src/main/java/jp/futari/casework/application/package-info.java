/** Use cases of casework; each transaction begins here. */
package jp.futari.casework.application;
