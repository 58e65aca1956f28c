/** The only place of correspondence that knows HTTP. */
package jp.futari.correspondence.web;
