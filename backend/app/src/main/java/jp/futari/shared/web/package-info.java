/** How every room answers a refusal, bad input and failure over HTTP. */
package jp.futari.shared.web;
