import { useId, useRef, useState } from 'react';
import { api, asProblem, problemText } from '@/api';
import { Icon, Modal } from '@/components';
import type { Source, SourcePage } from '@/components/source';
import { useT } from '@/i18n';
import { fieldText } from '../work/field-text';
import { MaskDesk } from './mask-desk';
import { firstOpen, statement, untouched } from './masks';
import { usePreview } from './use-preview';
import styles from './entry.module.css';

const MOST_BYTES = 20 * 1024 * 1024;
const OTHER = 'other';
const templates = ['acq-notice', 'loss-cert', 'identity'] as const;

interface Kept { readonly id: string; readonly title: string; readonly pages: readonly SourcePage[] }

/** 書類を加える: a scanned paper becomes a source of the case. Known layouts are masked by the server; on any other the person draws what to hide, or says page by page that no number is on it. */
export const AddPaper = ({ caseNo, onAdded }: { caseNo: string; onAdded: (source: Source) => void }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn small quiet" onClick={() => setOpen(true)}><Icon name="plus" size={14} />{t('paper.add')}</button>
      {open && <PaperDialog caseNo={caseNo} onClose={() => setOpen(false)} onAdded={(source) => { setOpen(false); onAdded(source); }} />}
    </>
  );
};

const PaperDialog = ({ caseNo, onClose, onAdded }: { caseNo: string; onClose: () => void; onAdded: (source: Source) => void }) => {
  const t = useT();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const key = useRef(crypto.randomUUID());
  const [kind, setKind] = useState('');
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const preview = usePreview(caseNo, setTrouble);

  const missing = (chosen: File | undefined): string | null => {
    if (!chosen) return t('paper.noFile');
    if (chosen.size > MOST_BYTES) return t('problem.http.413');
    if (kind === '') return t('paper.noKind');
    if (kind === OTHER && title.trim() === '') return t('paper.noTitle');
    if (kind !== OTHER) return null;
    if (!preview.pages) return t('paper.notLooked');
    const open = firstOpen(preview.pages, preview.masks);
    if (open !== null) void preview.show(open);
    return open === null ? null : t('mask.open', { no: open });
  };
  const send = async () => {
    const chosen = file.current?.files?.[0];
    const lacking = missing(chosen);
    setTrouble(lacking);
    if (lacking !== null || !chosen || busy) return;
    const body = new FormData();
    body.set('file', chosen);
    if (kind === OTHER) {
      body.set('title', title.trim());
      body.set('masks', JSON.stringify(statement(preview.masks)));
    } else body.set('template', kind);
    setBusy(true);
    try {
      const kept = await api<Kept>('POST', `/api/cases/${encodeURIComponent(caseNo)}/documents`, { body, idempotencyKey: key.current });
      onAdded({ ...kept, template: kind === OTHER ? null : kind });
    } catch (error) {
      const problem = asProblem(error);
      key.current = crypto.randomUUID();
      setTrouble(problem.fields[0] ? fieldText(problem.fields[0]) : problemText(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      title={t('paper.title')}
      onClose={onClose}
      onMain={() => void send()}
      wide={kind === OTHER}
      actions={
        <>
          <button type="button" className="btn plain" onClick={onClose}>{t('app.cancel')}</button>
          <button type="button" className="btn primary" aria-disabled={busy || undefined} onClick={() => void send()}>{busy ? t('paper.sending') : t('paper.send')}</button>
        </>
      }
    >
      <div className={styles.paper}>
        <label htmlFor={`${id}-file`}>{t('paper.file')}</label>
        <input ref={file} id={`${id}-file`} type="file" accept="application/pdf,image/png,image/jpeg,image/tiff" onChange={(event) => preview.start(kind === OTHER ? event.target.files?.[0] : undefined)} />
        <p className="muted sm">{t('paper.types')}</p>
        <label htmlFor={`${id}-kind`}>{t('paper.kind')}</label>
        <select id={`${id}-kind`} className="select" value={kind} onChange={(event) => { setKind(event.target.value); preview.start(event.target.value === OTHER ? file.current?.files?.[0] : undefined); }}>
          <option value="">{t('paper.choose')}</option>
          {templates.map((one) => <option key={one} value={one}>{t(`paper.${one}`)}</option>)}
          <option value={OTHER}>{t('paper.other')}</option>
        </select>
        {kind === OTHER && (
          <>
            <label htmlFor={`${id}-title`}>{t('paper.name')}</label>
            <input id={`${id}-title`} className="input" maxLength={60} value={title} onChange={(event) => setTitle(event.target.value)} />
            {preview.started && <MaskDesk image={preview.image} no={preview.no} pages={preview.pages ?? 1} masks={preview.masks[preview.no] ?? untouched} onMasks={preview.setMasks} onPage={(no) => void preview.show(no)} />}
          </>
        )}
        {trouble && <p role="alert" className={styles.trouble}>{trouble}</p>}
      </div>
    </Modal>
  );
};
