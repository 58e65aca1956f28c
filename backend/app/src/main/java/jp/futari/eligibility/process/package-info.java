/** The only place of 資格 that knows the engine: delegates of its effects, and the decision engine behind its tables. */
package jp.futari.eligibility.process;
