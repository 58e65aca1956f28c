/** The two requests that carry a number: one in, one out. */
package jp.futari.mynumber.web;
