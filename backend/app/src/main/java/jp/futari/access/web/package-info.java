/** Sign-in, sessions, terminals and rights over HTTP; the security of every address of the application. */
package jp.futari.access.web;
