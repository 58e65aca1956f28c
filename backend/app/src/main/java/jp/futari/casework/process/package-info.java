/** The only place of casework that the engine calls by name. */
package jp.futari.casework.process;
