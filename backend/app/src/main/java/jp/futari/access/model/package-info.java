/** The rows of the staff register and the rules over them: Java and mapping annotations only. */
package jp.futari.access.model;
