/** The use cases of 資格: judging a notice step by step, and registering what was approved. */
package jp.futari.eligibility.application;
