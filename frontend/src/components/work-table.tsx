import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useT } from '@/i18n';
import { Icon } from './icon';
import styles from './work-table.module.css';

export interface Column<R> {
  readonly key: string;
  readonly head: string;
  /** A track of the CSS grid: `132px`, `minmax(0, 1fr)`. */
  readonly track: string;
  readonly cell: (row: R) => ReactNode;
}

export interface Group<R> {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly R[];
  readonly folded: boolean;
}

interface WorkTableProps<R extends { readonly id: string }> {
  readonly label: string;
  readonly groups: readonly Group<R>[];
  readonly columns: readonly Column<R>[];
  readonly rowHeight: number;
  readonly cursor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly onCursor: (id: string) => void;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onFold: (groupId: string) => void;
  readonly onNearEnd?: () => void;
  readonly foot?: ReactNode;
  readonly busy?: boolean;
}

const headHeight = 32;
const groupHeight = 30;
const spare = 8;

/** Ids of group lines, kept apart from the ids of rows. */
export const groupLine = (id: string): string => `group:${id}`;

interface Line<R> {
  readonly id: string;
  readonly top: number;
  readonly height: number;
  readonly group?: Group<R>;
  readonly row?: R;
}

function linesOf<R extends { readonly id: string }>(groups: readonly Group<R>[], rowHeight: number): Line<R>[] {
  let top = 0;
  const lines: Line<R>[] = [];
  const put = (line: Omit<Line<R>, 'top'>) => {
    lines.push({ ...line, top });
    top += line.height;
  };
  for (const group of groups) {
    if (group.label !== '') put({ id: groupLine(group.id), height: groupHeight, group });
    if (!group.folded) group.rows.forEach((row) => put({ id: row.id, height: rowHeight, row }));
  }
  return lines;
}

/** The lines the arrows stop at: every row, and of the groups those that are folded. */
export const stopsOf = <R extends { readonly id: string }>(groups: readonly Group<R>[]): string[] =>
  groups.flatMap((group) => (group.folded && group.label !== '' ? [groupLine(group.id)] : group.rows.map((row) => row.id)));

const place = (line: { readonly top: number; readonly height: number }): CSSProperties => ({
  transform: `translateY(${line.top}px)`,
  height: line.height,
});

interface RowProps<R> {
  readonly line: Line<R>;
  readonly index: number;
  readonly columns: readonly Column<R>[];
  readonly here: boolean;
  readonly chosen: boolean;
  readonly onCursor: (id: string) => void;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

const RowInner = <R,>({ line, index, columns, here, chosen, onCursor, onSelect, onOpen }: RowProps<R>) => (
  <div
    role="row"
    data-line={line.id}
    aria-rowindex={index}
    aria-selected={chosen}
    tabIndex={here ? 0 : -1}
    className={`${styles.row} ${here ? styles.here : ''} ${chosen ? styles.chosen : ''}`}
    style={place(line)}
    onFocus={() => onCursor(line.id)}
    onDoubleClick={() => onOpen(line.id)}
  >
    <div role="gridcell" className={styles.mark} onClick={() => onSelect(line.id)}>
      <span className={`${styles.box} ${chosen ? styles.boxOn : ''}`} aria-hidden="true">{chosen && <Icon name="tick" size={14} />}</span>
    </div>
    {columns.map((column) => <div key={column.key} role="gridcell" className={styles.cell}>{column.cell(line.row!)}</div>)}
  </div>
);
const Row = memo(RowInner) as typeof RowInner;

const useAllForPrint = (): boolean => {
  const [all, setAll] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setAll(true));
    const after = () => setAll(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return all;
};

/**
 * 仕事の表: a grouped grid with one tab stop. Only the lines in sight are in the document, so that hundreds stay fluid; the line with the
 * cursor always is.
 */
export function WorkTable<R extends { readonly id: string }>(props: WorkTableProps<R>) {
  const { groups, columns, rowHeight, cursor, selected, onNearEnd } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 900 });
  const all = useAllForPrint();
  const lines = useMemo(() => linesOf(groups, rowHeight), [groups, rowHeight]);
  const total = lines.length === 0 ? 0 : lines.at(-1)!.top + lines.at(-1)!.height;
  const tracks = `54px ${columns.map((column) => column.track).join(' ')}`;

  const measure = useCallback(() => {
    const element = scroller.current;
    if (element) setView({ top: element.scrollTop, height: element.clientHeight || 900 });
  }, []);
  useLayoutEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller.current!);
    return () => observer.disconnect();
  }, [measure]);

  // keys move the cursor; the line is brought into sight and takes the focus when the list has it
  useEffect(() => {
    const element = scroller.current;
    const line = lines.find(({ id }) => id === cursor);
    if (!element || !line) return;
    const visible = element.clientHeight - headHeight;
    if (visible <= 0) return;
    if (line.top < element.scrollTop) element.scrollTop = line.top <= groupHeight ? 0 : line.top - groupHeight;
    else if (line.top + line.height > element.scrollTop + visible) element.scrollTop = line.top + line.height - visible + spare;
  }, [cursor, lines]);

  const near = total - (view.top + view.height) < 600;
  useEffect(() => {
    if (near) onNearEnd?.();
  }, [near, onNearEnd, lines.length]);

  const shown = all ? lines : lines.filter((line) => line.id === cursor || (line.top + line.height > view.top - 300 && line.top < view.top + view.height + 300));
  const firstStop = stopsOf(groups)[0];
  const tabStop = lines.some((line) => line.id === cursor) ? cursor : firstStop;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-multiselectable="true"
      aria-busy={props.busy}
      className={styles.table}
      style={{ '--tracks': tracks } as CSSProperties}
      onScroll={measure}
    >
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        <div role="columnheader" className={styles.mark}><span className="vh">{t('keys.list.select')}</span></div>
        {columns.map((column) => <div key={column.key} role="columnheader">{column.head}</div>)}
      </div>
      <div role="rowgroup" className={styles.lines} style={{ height: total }}>
        {shown.map((line) =>
          line.group ? (
            <div
              key={line.id}
              role="row"
              data-line={line.id}
              aria-rowindex={lines.indexOf(line) + 2}
              tabIndex={tabStop === line.id ? 0 : -1}
              className={`${styles.group} ${cursor === line.id ? styles.here : ''}`}
              style={place(line)}
              onFocus={() => props.onCursor(line.id)}
              onClick={() => props.onFold(line.group!.id)}
            >
              <div role="gridcell" aria-colspan={columns.length + 1} aria-expanded={!line.group.folded}>
                <Icon name={line.group.folded ? 'right' : 'down'} size={14} />
                {line.group.label}<span className={styles.groupCount}>{t('list.count', { n: line.group.rows.length })}</span>
              </div>
            </div>
          ) : (
            <Row
              key={line.id}
              line={line}
              index={lines.indexOf(line) + 2}
              columns={columns}
              here={tabStop === line.id}
              chosen={selected.has(line.id)}
              onCursor={props.onCursor}
              onSelect={props.onSelect}
              onOpen={props.onOpen}
            />
          ),
        )}
      </div>
      {props.foot}
    </div>
  );
}

/** Puts the focus on a line of the table, once it is in the document. */
export const focusLine = (id: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }));
};
