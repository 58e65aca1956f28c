import { bindings, forbidden, type Binding } from './registry';

const all: readonly Binding[] = bindings;
const pairs = all.flatMap((binding) => binding.keys.map((key) => ({ scope: binding.scope, key })));

describe('the one shortcut registry', () => {
  it('gives no key two meanings in one scope', () => {
    const seen = new Set<string>();
    for (const { scope, key } of pairs) {
      const place = `${scope} ${key}`;
      expect(seen, `${place} is bound twice`).not.toContain(place);
      seen.add(place);
    }
  });

  it('gives no key of a page the meaning it has everywhere', () => {
    const everywhere = pairs.filter(({ scope }) => scope === 'global').map(({ key }) => key);
    for (const { scope, key } of pairs.filter((pair) => pair.scope !== 'global')) {
      expect(everywhere, `${scope} ${key}`).not.toContain(key);
    }
  });

  it('leaves the keys of the browser and of the input method alone', () => {
    for (const { key } of pairs) {
      expect(forbidden).not.toContain(key);
    }
  });

  it('names every id once', () => {
    const ids = all.map((binding) => binding.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
