/** Use cases of the room: signing in, sessions, terminals, granting and ending rights. The transaction begins here. */
package jp.futari.access.application;
