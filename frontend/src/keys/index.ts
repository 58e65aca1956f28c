export { composing } from './composing';
export { keyCaps } from './chord';
export { localKeys, setSingleKeys, singleKeysOn, useActiveBindings, useKeys, type Handler } from './keyboard';
export { bindings, forbidden, type Binding, type BindingId, type Scope } from './registry';
