/** The only place of 資格 that knows HTTP. */
package jp.futari.eligibility.web;
