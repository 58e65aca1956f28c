/**
 * モデル検査: proves of every process model that no effect happens without two people (two-persons.md, section 2).
 *
 * <p>A library without engine and without Spring. {@link jp.futari.modelchecker.ModelChecker} judges models,
 * {@link jp.futari.modelchecker.ModelCatalogue} tells other rooms which steps and effects the models hold.
 * Inside, four ideas follow one another: the closed vocabulary ({@code Vocabulary}, {@code ElementRules}), the shape of a step
 * ({@code StepShape}), the proof over token states ({@code TokenGame}, {@code Proof}) and staffing ({@code Staffing}).
 */
package jp.futari.modelchecker;
