/** 試し: the smallest case there is, one step and one effect; the attacks and the benchmark use it. A pattern for the rooms. */
package jp.futari.casework.proof;
