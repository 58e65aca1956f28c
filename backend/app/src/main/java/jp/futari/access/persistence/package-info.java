/** How the rows of this room are found and kept. */
package jp.futari.access.persistence;
