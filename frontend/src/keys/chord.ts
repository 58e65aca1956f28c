/** A key combination such as `F12`, `Ctrl+Enter`, `Alt+R`, `J`, `Space` or `/`. Letters and digits match on the key's place (event.code). */
export interface Chord {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

export function parseChord(text: string): Chord {
  const parts = text === '+' ? ['+'] : text.split('+');
  const key = parts.at(-1)!;
  const mods = parts.slice(0, -1);
  return { ctrl: mods.includes('Ctrl'), alt: mods.includes('Alt'), shift: mods.includes('Shift'), key };
}

const matchesKey = (event: KeyboardEvent, key: string): boolean => {
  if (/^[A-Z]$/.test(key)) return event.code === `Key${key}`;
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  if (key === 'Space') return event.code === 'Space' || event.key === ' ';
  return event.key === key;
};

export function matches(event: KeyboardEvent, chord: Chord): boolean {
  const shiftFree = chord.key === '/'; // on some layouts the slash needs Shift
  return (
    (event.ctrlKey || event.metaKey) === chord.ctrl &&
    event.altKey === chord.alt &&
    (shiftFree || event.shiftKey === chord.shift) &&
    matchesKey(event, chord.key)
  );
}

/** A letter, a digit or a sign on its own: acts only outside inputs and can be switched off (WCAG 2.1.4). */
export const isSingleCharacter = (chord: Chord): boolean => !chord.ctrl && !chord.alt && chord.key.length === 1;

const names: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

/** The parts to print, one key cap each. */
export const keyCaps = (text: string): string[] => text.split('+').map((part) => names[part] ?? part);
