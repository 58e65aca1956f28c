import { useEffect, useState } from 'react';
import { problemText } from '@/api';
import { Icon, Notice } from '@/components';
import { timeOfDay } from '@/format/dates';
import { useT } from '@/i18n';
import type { DraftState } from '../work/use-draft';
import work from '../work/work.module.css';

/** 下書きの印: when it was last saved; said aloud once a minute at most. */
export const DraftLine = ({ state }: { state: DraftState }) => {
  const t = useT();
  const [said, setSaid] = useState('');
  const text = state.kind === 'saved' ? t('draft.saved', { time: timeOfDay(state.at) }) : '';
  useEffect(() => {
    if (text !== '') setSaid((before) => before || text);
    const timer = setInterval(() => setSaid(text), 60_000);
    return () => clearInterval(timer);
  }, [text]);
  return (
    <>
      {state.kind === 'saved' && <span className={work.draft}><Icon name="tick" size={14} /> {text}</span>}
      {(state.kind === 'waiting' || state.kind === 'saving') && <span className="muted sm">{t('draft.waiting')}</span>}
      {state.kind === 'unsaved' && <span className={`${work.draft} ${work.bad}`}><Icon name="alert" size={14} /> {t('draft.unsaved')}</span>}
      <span className="vh" role="status">{said}</span>
    </>
  );
};

/** 保存できない: the form stays; offline says that the input is kept here sealed and that sending waits. */
export const UnsavedNotice = ({ state, fields, onAgain }: { state: DraftState; fields: number; onAgain: () => void }) => {
  const t = useT();
  if (state.kind !== 'unsaved') return null;
  if (state.offline) {
    return (
      <Notice look="wait" role="status" actions={<button type="button" className="btn small plain" onClick={onAgain}>{t('state.checkLine')}</button>}>
        {t('draft.offline', { n: fields })} {t('draft.offlineSend')}
      </Notice>
    );
  }
  return (
    <Notice look="over" role="alert" title={t('draft.unsaved')} actions={<button type="button" className="btn small" onClick={onAgain}>{t('draft.again')}</button>}>
      {problemText(state.problem)} {t('draft.number', { no: state.problem.number, time: timeOfDay(state.problem.at) })}
    </Notice>
  );
};
