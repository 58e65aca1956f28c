import type { MessageKey } from '@/i18n';

export type Scope = 'global' | 'list' | 'start' | 'entry' | 'check' | 'case' | 'search' | 'numbers' | 'staff' | 'dialog';

/** One shortcut: what it is called, its keys and where it works. Help, key bar and handlers read from here and nowhere else. */
export interface Binding {
  readonly id: string;
  readonly keys: readonly string[];
  readonly scope: Scope;
  readonly label: MessageKey;
  /** Place in the key bar; without it the binding is in the help only. */
  readonly bar?: number;
  /** What the key bar prints when it is not `keys`. */
  readonly caps?: readonly string[];
  /** Works in an input too (function keys and combinations always do). */
  readonly repeat?: boolean;
}

/** Keys that belong to the browser or to the Japanese input method (screens 5.1). */
export const forbidden: readonly string[] = [
  'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+D', 'Alt+E', 'Alt+F',
  ...Array.from({ length: 10 }, (_, digit) => `Ctrl+${digit}`),
  'Ctrl+W', 'Ctrl+T', 'Ctrl+N',
  'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11',
];

export const bindings = [
  { id: 'help', keys: ['F1'], scope: 'global', label: 'keys.help', bar: 1 },
  { id: 'start-reception', keys: ['F2'], scope: 'list', label: 'keys.startReception' },
  { id: 'search', keys: ['F3', '/'], scope: 'global', label: 'keys.search', bar: 90, caps: ['F3'] },

  { id: 'list.up', keys: ['ArrowUp', 'K'], scope: 'list', label: 'keys.list.up', repeat: true },
  { id: 'list.down', keys: ['ArrowDown', 'J'], scope: 'list', label: 'keys.list.move', bar: 10, caps: ['ArrowUp', 'ArrowDown'], repeat: true },
  { id: 'list.extendUp', keys: ['Shift+ArrowUp'], scope: 'list', label: 'keys.list.extendUp', repeat: true },
  { id: 'list.extendDown', keys: ['Shift+ArrowDown'], scope: 'list', label: 'keys.list.extendDown', repeat: true },
  { id: 'list.pageUp', keys: ['PageUp'], scope: 'list', label: 'keys.list.pageUp', repeat: true },
  { id: 'list.pageDown', keys: ['PageDown'], scope: 'list', label: 'keys.list.pageDown', repeat: true },
  { id: 'list.first', keys: ['Home'], scope: 'list', label: 'keys.list.first' },
  { id: 'list.last', keys: ['End'], scope: 'list', label: 'keys.list.last' },
  { id: 'list.fold', keys: ['ArrowLeft'], scope: 'list', label: 'keys.list.fold' },
  { id: 'list.unfold', keys: ['ArrowRight'], scope: 'list', label: 'keys.list.unfold' },
  { id: 'list.open', keys: ['Enter'], scope: 'list', label: 'keys.list.open', bar: 20 },
  { id: 'list.select', keys: ['Space'], scope: 'list', label: 'keys.list.select', bar: 30 },
  { id: 'list.selectGroup', keys: ['Ctrl+A'], scope: 'list', label: 'keys.list.selectGroup' },
  { id: 'list.claim', keys: ['C'], scope: 'list', label: 'keys.list.claim', bar: 40 },
  { id: 'list.giveBack', keys: ['U'], scope: 'list', label: 'keys.list.giveBack', bar: 50 },
  { id: 'list.hold', keys: ['H'], scope: 'list', label: 'keys.list.hold', bar: 60 },
  { id: 'list.next', keys: ['N'], scope: 'list', label: 'keys.list.next' },
  { id: 'list.unselect', keys: ['Escape'], scope: 'list', label: 'keys.list.unselect' },
  ...Array.from({ length: 9 }, (_, index) => ({
    id: `list.view${index + 1}`, keys: [`${index + 1}`], scope: 'list' as const, label: 'keys.list.view' as const,
  })),

  { id: 'start.go', keys: ['F12', 'Ctrl+Enter'], scope: 'start', label: 'start.do', bar: 10, caps: ['F12'] },
  { id: 'start.back', keys: ['Escape'], scope: 'start', label: 'keys.back', bar: 20 },

  { id: 'case.tab1', keys: ['1'], scope: 'case', label: 'keys.case.tab', bar: 10, caps: ['1', '～', '8'] },
  ...Array.from({ length: 7 }, (_, index) => ({
    id: `case.tab${index + 2}`, keys: [`${index + 2}`], scope: 'case' as const, label: 'keys.case.tab' as const,
  })),
  { id: 'case.print', keys: ['P'], scope: 'case', label: 'keys.case.print', bar: 30 },
  { id: 'case.back', keys: ['Escape'], scope: 'case', label: 'keys.back', bar: 40 },
  { id: 'case.zoomIn', keys: ['Alt+ArrowUp'], scope: 'case', label: 'keys.case.zoomIn' },
  { id: 'case.zoomOut', keys: ['Alt+ArrowDown'], scope: 'case', label: 'keys.case.zoomOut' },

  { id: 'entry.next', keys: ['Enter'], scope: 'entry', label: 'keys.entry.next', bar: 10 },
  { id: 'entry.previous', keys: ['Shift+Enter'], scope: 'entry', label: 'keys.entry.previous', bar: 20 },
  { id: 'entry.candidates', keys: ['F4'], scope: 'entry', label: 'keys.candidates', bar: 30 },
  { id: 'entry.nextOpen', keys: ['Alt+N'], scope: 'entry', label: 'keys.entry.nextOpen', bar: 40 },
  { id: 'entry.save', keys: ['Ctrl+S'], scope: 'entry', label: 'keys.saveDraft', bar: 50 },
  { id: 'entry.complete', keys: ['F12', 'Ctrl+Enter'], scope: 'entry', label: 'keys.entry.complete', bar: 60, caps: ['F12'] },
  { id: 'entry.back', keys: ['Escape'], scope: 'entry', label: 'keys.toList', bar: 70 },

  { id: 'check.next', keys: ['Enter'], scope: 'check', label: 'keys.check.compare', bar: 10 },
  { id: 'check.answer1', keys: ['Alt+1'], scope: 'check', label: 'keys.check.answer', bar: 20, caps: ['Alt', '1', '～', '4'] },
  { id: 'check.answer2', keys: ['Alt+2'], scope: 'check', label: 'keys.check.answer' },
  { id: 'check.answer3', keys: ['Alt+3'], scope: 'check', label: 'keys.check.answer' },
  { id: 'check.answer4', keys: ['Alt+4'], scope: 'check', label: 'keys.check.answer' },
  { id: 'check.candidates', keys: ['F4'], scope: 'check', label: 'keys.candidates' },
  { id: 'check.nextOpen', keys: ['Alt+N'], scope: 'check', label: 'keys.check.nextOpen', bar: 30 },
  { id: 'check.return', keys: ['Alt+R'], scope: 'check', label: 'keys.check.return', bar: 40 },
  { id: 'check.complete', keys: ['F12', 'Ctrl+Enter'], scope: 'check', label: 'keys.check.complete', bar: 50, caps: ['F12'] },
  { id: 'check.back', keys: ['Escape'], scope: 'check', label: 'keys.toList', bar: 60 },

  { id: 'search.down', keys: ['ArrowDown'], scope: 'search', label: 'keys.list.move', bar: 10, caps: ['ArrowUp', 'ArrowDown'], repeat: true },
  { id: 'search.up', keys: ['ArrowUp'], scope: 'search', label: 'keys.list.up', repeat: true },
  { id: 'search.back', keys: ['Escape'], scope: 'search', label: 'keys.back', bar: 40 },

  { id: 'numbers.down', keys: ['ArrowDown', 'J'], scope: 'numbers', label: 'keys.list.move', bar: 10, caps: ['ArrowUp', 'ArrowDown'], repeat: true },
  { id: 'numbers.up', keys: ['ArrowUp', 'K'], scope: 'numbers', label: 'keys.list.up', repeat: true },
  { id: 'numbers.back', keys: ['Escape'], scope: 'numbers', label: 'keys.back', bar: 40 },

  { id: 'staff.back', keys: ['Escape'], scope: 'staff', label: 'keys.back', bar: 40 },

  { id: 'dialog.main', keys: ['F12', 'Ctrl+Enter'], scope: 'dialog', label: 'keys.dialog.main', caps: ['Ctrl', 'Enter'] },
] as const satisfies readonly Binding[];

export type BindingId = (typeof bindings)[number]['id'];
