/** People and postal codes over HTTP. */
package jp.futari.addressee.web;
