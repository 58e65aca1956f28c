import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// jsdom has no top layer; the dialog is simply shown
if (!('showModal' in HTMLDialogElement.prototype) || HTMLDialogElement.prototype.showModal === undefined) {
  HTMLDialogElement.prototype.showModal = function showModal() { this.setAttribute('open', ''); };
  HTMLDialogElement.prototype.close = function close() { this.removeAttribute('open'); };
}
Element.prototype.scrollTo ??= (() => undefined) as never;
Element.prototype.scrollIntoView ??= () => undefined;
globalThis.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} } as never;

configure({ asyncUtilTimeout: 25_000 }); // pages load lazily, and the machine may be busy

afterEach(() => {
  cleanup();
  localStorage.clear();
});
