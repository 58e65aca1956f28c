import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Icon } from '@/components/icon';
import { useT } from '@/i18n';
import { localKeys } from '@/keys';
import type { Source, Spot } from './evidence';
import styles from './source.module.css';

const ZOOMS = [1, 1.25, 1.5, 2, 2.5, 3] as const;

interface SourceViewerProps {
  readonly sources: readonly Source[];
  readonly spot: Spot | null;
  /** Whose eyes: blue for entry, purple for the second person. */
  readonly duty: 'do' | 'check';
  readonly following: string;
  /** More buttons at the head, such as adding a paper. */
  readonly tools?: ReactNode;
}

interface Shown { readonly source: string; readonly page: number }

const firstOf = (sources: readonly Source[]): Shown | null => (sources[0] ? { source: sources[0].id, page: sources[0].pages[0]?.no ?? 1 } : null);

/** 原本: the scanned pages as pictures, masked before they leave the server; the field at hand is outlined on them. */
export const SourceViewer = ({ sources, spot, duty, following, tools }: SourceViewerProps) => {
  const t = useT();
  const [shown, setShown] = useState<Shown | null>(() => firstOf(sources));
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const [follow, setFollow] = useState(true);
  const [failed, setFailed] = useState<string | null>(null);
  const mark = useRef<HTMLDivElement>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const goTo = follow && spot ? `${spot.source}/${spot.page}/${spot.box.join()}` : null;

  useEffect(() => {
    if (goTo && spot) setShown({ source: spot.source, page: spot.page });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- moves only when the spot changes, so that a person may look elsewhere
  }, [goTo]);
  useEffect(() => {
    if (goTo) mark.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [goTo, shown, zoom]);

  const source = sources.find((one) => one.id === shown?.source) ?? sources[0];
  if (!source) {
    return (
      <section className={styles.viewer} aria-label={t('source.title')}>
        <div className={styles.none}><p>{t('source.none')}</p>{tools}</div>
      </section>
    );
  }
  const page = source.pages.find((one) => one.no === shown?.page) ?? source.pages[0];
  const at = source.pages.findIndex((one) => one.no === page?.no);
  const turnTo = (by: number) => {
    const next = source.pages[at + by];
    if (next) setShown({ source: source.id, page: next.no });
  };
  const open = (index: number) => {
    const next = sources[(sources.length + index) % sources.length]!;
    setShown({ source: next.id, page: next.pages[0]?.no ?? 1 });
    setTurns(0);
    (tabs.current?.children[sources.indexOf(next)] as HTMLElement | undefined)?.focus();
  };
  const url = `/api/documents/${encodeURIComponent(source.id)}/pages/${page?.no ?? 1}`;
  const here = follow && spot?.source === source.id && spot.page === page?.no ? spot : null;
  const lying = turns % 2 === 1;

  return (
    <section className={styles.viewer} aria-label={t('source.title')}>
      <div className={styles.head}>
        <div className={styles.tabs} role="tablist" aria-label={t('source.papers')} ref={tabs}>
          {sources.map((one, index) => (
            <button
              key={one.id}
              type="button"
              role="tab"
              aria-selected={one.id === source.id}
              tabIndex={one.id === source.id ? 0 : -1}
              className={one.id === source.id ? styles.on : ''}
              onClick={() => open(index)}
              {...localKeys({ ArrowRight: () => open(index + 1), ArrowLeft: () => open(index - 1), Enter: () => open(index) })}
            >
              {one.id === source.id && <Icon name="page" />}
              {one.title}
              {one.pages.length > 1 && one.id === source.id && ` ${at + 1}/${one.pages.length}`}
            </button>
          ))}
        </div>
        {tools}
        {source.pages.length > 1 && (
          <>
            <Tool label={t('source.previousPage')} icon="left" off={at <= 0} onPress={() => turnTo(-1)} />
            <Tool label={t('source.nextPage')} icon="right" off={at >= source.pages.length - 1} onPress={() => turnTo(1)} />
          </>
        )}
        <Tool label={t('source.smaller')} icon="zoomOut" off={zoom === 0} onPress={() => setZoom(zoom - 1)} />
        <Tool label={t('source.larger')} icon="zoomIn" off={zoom === ZOOMS.length - 1} onPress={() => setZoom(zoom + 1)} />
        <Tool label={t('source.turn')} icon="turn" onPress={() => setTurns((turns + 1) % 4)} />
      </div>
      {/* in the tab order because it scrolls with the arrow keys */}
      <div className={styles.desk} tabIndex={0} role="group" aria-label={t('source.page', { title: source.title, page: at + 1, pages: source.pages.length })}>
        <div className={styles.sheet} style={{ width: `${ZOOMS[zoom]! * 100}%`, aspectRatio: page ? `${lying ? page.height : page.width} / ${lying ? page.width : page.height}` : undefined }}>
          <div
            className={styles.paper}
            style={turns === 0 ? undefined : { transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`, left: '50%', top: '50%', ...(lying && page ? { width: `${(page.width / page.height) * 100}%`, height: `${(page.height / page.width) * 100}%` } : {}) }}
          >
            {failed === url
              ? <p role="alert" className={styles.failed}>{t('source.failed')} <button type="button" className="btn small" onClick={() => setFailed(null)}>{t('app.again')}</button></p>
              : <img src={url} alt={t('source.picture', { title: source.title, page: at + 1 })} draggable={false} onError={() => setFailed(url)} />}
            {here && (
              <div
                ref={mark}
                className={`${styles.mark} ${styles[duty]}`}
                aria-hidden="true"
                style={{ left: `${here.box[0] * 100}%`, top: `${here.box[1] * 100}%`, width: `${here.box[2] * 100}%`, height: `${here.box[3] * 100}%` }}
              />
            )}
          </div>
        </div>
      </div>
      <div className={styles.foot}>
        <Icon name="lock" size={14} /> <span>{t('source.masked')}</span>
        <button type="button" className={styles.follow} aria-pressed={follow} onClick={() => setFollow(!follow)}>
          {following}{t('app.colon')}<b>{follow ? t('source.on') : t('source.off')}</b>
        </button>
      </div>
    </section>
  );
};

const Tool = ({ label, icon, off = false, onPress }: { label: string; icon: 'left' | 'right' | 'zoomIn' | 'zoomOut' | 'turn'; off?: boolean; onPress: () => void }) => (
  <button type="button" className={styles.tool} aria-label={label} title={label} aria-disabled={off || undefined} onClick={() => !off && onPress()}>
    <Icon name={icon} />
  </button>
);
