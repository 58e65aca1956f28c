/** Just enough of IndexedDB for one store, for tests: what is put in can be looked at as it lies there. */

type Request = { result: unknown; error: unknown; onsuccess?: () => void; onerror?: () => void; onupgradeneeded?: () => void };
const soon = (request: Request, result: unknown): Request => {
  request.result = result;
  queueMicrotask(() => request.onsuccess?.());
  return request;
};
const asked = (): Request => ({ result: null, error: null });

export function fakeIndexedDb(): Map<string, unknown> {
  const kept = new Map<string, unknown>();
  const store = {
    put: (value: unknown, key: string) => soon(asked(), kept.set(key, value)),
    get: (key: string) => soon(asked(), kept.get(key)),
    delete: (key: string) => soon(asked(), kept.delete(key)),
  };
  const database = { createObjectStore: () => store, transaction: () => ({ objectStore: () => store }), close: () => undefined };
  const open = () => {
    const request = asked();
    queueMicrotask(() => {
      request.result = database;
      request.onupgradeneeded?.();
      request.onsuccess?.();
    });
    return request;
  };
  globalThis.indexedDB = { open } as unknown as IDBFactory;
  return kept;
}
