/**
 * 端末に残す控え: the draft in IndexedDB while the server cannot be reached, sealed with the key that the server gives per session and that lives
 * only in memory. A copy that this session's key cannot open is of another session and is thrown away.
 */

const DATABASE = 'futari';
const STORE = 'drafts';

export interface Copy { readonly values: unknown; readonly savedAt: string }

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const inStore = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
};

const keyOf = (base64: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)), 'AES-GCM', false, ['encrypt', 'decrypt']);

export class OfflineCopies {
  private readonly key: Promise<CryptoKey>;

  constructor(draftKey: string, private readonly officer: string) {
    this.key = keyOf(draftKey);
    this.key.catch(() => undefined);
  }

  private name(taskId: string): string {
    return `${this.officer}/${taskId}`;
  }

  async keep(taskId: string, copy: Copy): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(copy));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(this.name(taskId)) }, await this.key, plain);
    await inStore('readwrite', (store) => store.put({ iv, sealed: new Uint8Array(sealed) }, this.name(taskId)));
  }

  async find(taskId: string): Promise<Copy | null> {
    const kept = await inStore<{ iv: Uint8Array<ArrayBuffer>; sealed: Uint8Array<ArrayBuffer> } | undefined>('readonly', (store) => store.get(this.name(taskId)));
    if (!kept) return null;
    try {
      const plain = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: kept.iv, additionalData: new TextEncoder().encode(this.name(taskId)) }, await this.key, kept.sealed);
      return JSON.parse(new TextDecoder().decode(plain)) as Copy;
    } catch {
      await this.drop(taskId);
      return null;
    }
  }

  async drop(taskId: string): Promise<void> {
    await inStore('readwrite', (store) => store.delete(this.name(taskId)));
  }
}
