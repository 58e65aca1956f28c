/** The only place of correspondence that the engine and casework call by name. */
package jp.futari.correspondence.process;
