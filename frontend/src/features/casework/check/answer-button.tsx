interface AnswerButtonProps {
  readonly n: number;
  readonly label: string;
  readonly active: boolean;
  readonly busy: boolean;
  /** Whether the item has stood before the checker long enough to be answered by a key. */
  readonly ready: () => boolean;
  readonly quiet?: boolean;
  readonly onPress: () => void;
}

/** One of the four answers; its key is printed on the active item alone. The second click of a double click may fall on another item: it does not count. */
export const AnswerButton = ({ n, label, active, busy, ready, quiet = false, onPress }: AnswerButtonProps) => (
  <button
    type="button" className={`btn small ${quiet ? 'quiet' : 'plain'}`} aria-disabled={busy || undefined}
    onClick={({ detail }) => {
      if (!busy && detail < 2 && (detail === 1 || ready())) onPress();
    }}
  >
    {label}{active && <kbd className="kbd" aria-hidden="true">{n}</kbd>}
  </button>
);
