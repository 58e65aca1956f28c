import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './fields.module.css';

interface Option {
  readonly key: string;
  readonly code?: string | undefined;
  readonly label: string;
  readonly detail?: string | undefined;
}

interface PopupProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly active: number;
  readonly chosen?: string | null;
  readonly onChoose: (index: number) => void;
  readonly empty?: ReactNode;
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;
export const useListId = (): string => useId().replace(/[^\w-]/g, '');

/** 候補: the list under an input. Focus stays in the input; the active option is announced from there. */
export const Popup = ({ id, label, options, active, chosen, onChoose, empty }: PopupProps) => {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    <div className={styles.popup}>
      <ul ref={list} id={id} role="listbox" aria-label={label}>
        {options.map((option, index) => (
          <li
            key={option.key}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            className={`${index === active ? styles.active : ''} ${option.key === chosen ? styles.chosen : ''}`}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(index);
            }}
          >
            {option.code !== undefined && <span className="mono">{option.code}</span>}
            <span>{option.label}</span>
            {option.detail !== undefined && <span className="muted sm">{option.detail}</span>}
          </li>
        ))}
      </ul>
      {options.length === 0 && empty !== undefined && <p className={styles.popupEmpty}>{empty}</p>}
    </div>
  );
};
