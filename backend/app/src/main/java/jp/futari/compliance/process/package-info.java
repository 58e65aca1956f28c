/** The effects of this room's processes; the only place in the room that knows the engine. */
package jp.futari.compliance.process;
