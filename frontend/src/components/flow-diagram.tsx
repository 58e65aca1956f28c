import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Flow, FlowItem } from '@/api';
import { shortDate, shortDateTime } from '@/format/dates';
import { plainStep } from '@/format/labels';
import { useT, type MessageKey } from '@/i18n';
import { localKeys, useKeys } from '@/keys';
import styles from './flow-diagram.module.css';
import { coloured, pathOf, type FlowState } from './flow-path';
import { Icon } from './icon';
import { Loading } from './states';

interface Canvas {
  zoom(to?: number | 'fit-viewport', center?: 'auto'): number;
  viewbox(box?: { x: number; y: number; width: number; height: number }): { inner: Box; outer: { width: number; height: number }; scale: number };
  scroll(by: { dx: number; dy: number }): void;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  resized(): void;
}
interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
interface Registry { get(id: string): Box | undefined; forEach(visit: (element: { id: string; labelTarget?: unknown }) => void): void }
interface Overlays { add(id: string, what: { position: Record<string, number>; html: HTMLElement; scale?: boolean }): void }
interface Bus { on(event: string, tell: (event: { element: { id: string } }) => void): void }
interface Viewer { importXML(xml: string): Promise<unknown>; get<T>(service: string): T; destroy(): void }

const colour = (element: Element, alias: string) => getComputedStyle(element).getPropertyValue(alias).trim() || 'black';
const badge = (text: string, className: string | undefined): HTMLElement => {
  const element = document.createElement('div');
  element.className = className ?? '';
  element.textContent = text;
  return element;
};

export const flowState = (item: FlowItem): FlowState => (item.state === 'doing' || item.state === 'checking' ? 'now' : 'past');
const stateWord: Record<FlowState, MessageKey> = { past: 'flow.past', now: 'flow.now', next: 'flow.next' };

/** 一覧で読む: the same facts as an ordered list, for everyone who does not look at drawings. */
export const FlowList = ({ flow }: { flow: Flow }) => {
  const t = useT();
  return (
    <ol className={styles.list}>
      {flow.list.map((item, index) => (
        <li key={`${item.elementId}-${index}`}>
          <b>{plainStep(item.label)}</b>
          <span className={flowState(item) === 'now' ? styles.wordNow : 'sub'}>{t(stateWord[flowState(item)])}</span>
          <span className="sub sm">
            {[item.doer && t('flow.doer', { name: item.doer }), item.checker && t('flow.checker', { name: item.checker }), (item.rounds ?? 1) > 1 && t('flow.rounds', { n: item.rounds! }), item.at && shortDateTime(item.at)].filter(Boolean).join(t('app.listDot'))}
          </span>
        </li>
      ))}
    </ol>
  );
};

export const FlowLegend = () => {
  const t = useT();
  return (
    <span className={styles.legend}>
      {(['past', 'now', 'next'] as const).map((state) => <span key={state}><i className={styles[`line-${state}`]} />{t(stateWord[state])}</span>)}
    </span>
  );
};

interface FlowDiagramProps {
  readonly flow: Flow;
  /** `near`: readable, around where the case is now. `whole`: all of it, with zoom. */
  readonly show: 'near' | 'whole';
  readonly onElement?: (elementId: string) => void;
}

/** 流れ図: the model with the way taken, where the case is and what is to come. The bpmn.io mark stays visible. */
export const FlowDiagram = ({ flow, show, onElement }: FlowDiagramProps) => {
  const t = useT();
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer | null>(null);
  const tell = useRef(onElement);
  const [ready, setReady] = useState(false);
  const path = useMemo(() => pathOf(flow), [flow]);
  const summary = flow.list.map((item) => `${plainStep(item.label)} ${t(stateWord[flowState(item)])}`).join(t('app.listComma'));
  useEffect(() => { tell.current = onElement; });

  useEffect(() => {
    let gone = false;
    const element = host.current!;
    const draw = async () => {
      const [{ default: NavigatedViewer }] = await Promise.all([import('bpmn-js/lib/NavigatedViewer'), import('bpmn-js/dist/assets/diagram-js.css')]);
      if (gone || flow.xml === null) return;
      const drawn = new NavigatedViewer({
        container: element,
        bpmnRenderer: { defaultLabelColor: colour(element, '--ink') },
        textRenderer: { defaultStyle: { fontFamily: colour(element, '--font'), fontSize: 13, lineHeight: 1.3 }, externalStyle: { fontSize: 12, lineHeight: 1.3 } },
      } as ConstructorParameters<typeof NavigatedViewer>[0]) as unknown as Viewer;
      viewer.current = drawn;
      const colours = { past: colour(element, '--key'), now: colour(element, '--second'), next: colour(element, '--edge-soft') };
      await drawn.importXML(coloured(flow.xml, path, colours, { now: colour(element, '--second-tint'), plain: colour(element, '--paper'), step: colour(element, '--bg') }));
      if (gone) return drawn.destroy();
      decorate(drawn, flow, path, t);
      place(drawn, flow, element, show);
      drawn.get<Bus>('eventBus').on('element.click', ({ element: { id: clicked } }) => tell.current?.(clicked.replace(/_label$/, '')));
      element.querySelectorAll<HTMLElement>('a, svg[tabindex]').forEach((link) => { if (link.tagName !== 'A') link.removeAttribute('tabindex'); });
      setReady(true);
    };
    void draw();
    const observer = new ResizeObserver(() => { if (viewer.current) { viewer.current.get<Canvas>('canvas').resized(); } });
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
      viewer.current?.destroy();
      viewer.current = null;
      setReady(false);
    };
  }, [flow, path, show, t]);

  const canvas = () => viewer.current?.get<Canvas>('canvas');
  const zoom = (by: number) => { const on = canvas(); if (on) on.zoom(Math.min(3, Math.max(0.15, on.zoom() * by)), 'auto'); };
  const scroll = (dx: number, dy: number) => canvas()?.scroll({ dx, dy });
  useKeys('case', show === 'whole' ? { 'case.zoomIn': () => zoom(1.25), 'case.zoomOut': () => zoom(0.8) } : {});
  return (
    <div className={`${styles.frame} ${styles[show]}`}>
      {!ready && <Loading what={t('flow.what')} lines={2} />}
      <div
        ref={host}
        className={styles.canvas}
        role="group"
        tabIndex={0}
        aria-label={t('flow.summary', { list: summary })}
        aria-describedby={`${id}-keys`}
        {...localKeys({ ArrowLeft: () => scroll(60, 0), ArrowRight: () => scroll(-60, 0), ArrowUp: () => scroll(0, 60), ArrowDown: () => scroll(0, -60) })}
      />
      <span id={`${id}-keys`} className="vh">{t('flow.keys')}</span>
      {show === 'whole' && (
        <div className={styles.tools}>
          <button type="button" className="btn small plain" onClick={() => zoom(1.25)}><Icon name="zoomIn" />{t('flow.larger')}</button>
          <button type="button" className="btn small plain" onClick={() => zoom(0.8)}><Icon name="zoomOut" />{t('flow.smaller')}</button>
          <button type="button" className="btn small plain" onClick={() => canvas()?.zoom('fit-viewport', 'auto')}>{t('flow.fit')}</button>
          <button type="button" className="btn small plain" onClick={() => { if (viewer.current && host.current) place(viewer.current, flow, host.current, 'near'); }}>{t('flow.toNow')}</button>
        </div>
      )}
    </div>
  );
};

function decorate(viewer: Viewer, flow: Flow, path: ReturnType<typeof pathOf>, t: ReturnType<typeof useT>): void {
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<Registry>('elementRegistry');
  registry.forEach((element) => {
    if (element.labelTarget) return;
    const state = path.states.get(element.id) ?? (path.taken.has(element.id) ? 'past' : undefined);
    canvas.addMarker(element.id, `flow-${state ?? 'next'}`);
  });
  const here = flow.now.filter((id) => registry.get(id)).at(-1);
  if (here) overlays.add(here, { position: { top: -20, left: 0 }, html: badge(`▼ ${t('flow.here')}`, styles.here) });
  for (const [id, rounds] of Object.entries(flow.counts)) {
    if (rounds > 1 && registry.get(id)) overlays.add(id, { position: { bottom: 12, left: 16 }, html: badge(t('flow.returned', { n: rounds - 1 }), styles.loop) });
  }
  for (const item of flow.list) {
    const box = registry.get(item.elementId);
    if (!box) continue;
    const who = [item.doer, item.checker].filter(Boolean).map((name) => name!.split(/[\s\u3000]/u)[0]).join('・');
    if (who !== '') overlays.add(item.elementId, { position: { top: -20, left: 2 }, html: badge(`${who}${item.at ? ` ${shortDate(item.at)}` : ''}`, styles.who) });
  }
}

/** Puts the step where the case is into the middle, as large as is readable; the whole diagram when it ended. */
function place(viewer: Viewer, flow: Flow, element: HTMLElement, show: 'near' | 'whole'): void {
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  canvas.zoom('fit-viewport', 'auto');
  const near = flow.now.map((id) => registry.get(id)).find((box) => box && box.width > 0) ?? (flow.past.length > 0 ? registry.get(flow.past.at(-1)!) : undefined);
  if (show === 'whole' || !near || element.clientWidth === 0) return;
  const task = flow.now.map((id) => registry.get(id)).filter((box): box is Box => box !== undefined).at(-1) ?? near;
  const scale = Math.min(0.92, Math.max(0.8, element.clientHeight / (near.height + 60)));
  const width = element.clientWidth / scale;
  const height = element.clientHeight / scale;
  const below = Math.max(near.y - 30, near.y + near.height / 2 - height / 2);
  canvas.viewbox({ x: task.x + task.width / 2 - width * 0.58, y: element.clientHeight < 300 ? near.y - 30 : below, width, height });
}
