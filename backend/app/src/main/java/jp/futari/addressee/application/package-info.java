/** Use cases of the residents' room. Transactions begin here. */
package jp.futari.addressee.application;
