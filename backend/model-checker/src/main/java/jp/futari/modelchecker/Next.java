package jp.futari.modelchecker;

/** One thing that can happen next, and where it leads. */
record Next(Happening happening, Reached reached) {
}
