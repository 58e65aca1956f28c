/** Rules of the number: length, check digit, demo or real. */
package jp.futari.mynumber.model;
