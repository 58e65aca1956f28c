import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { asProblem, problemText } from '@/api';
import { Modal, Notice } from '@/components';
import { useT, type MessageKey } from '@/i18n';
import { AddPaper } from '../../entry/add-paper';
import { declareInterest, withdrawCase } from '../api';
import styles from './case-acts.module.css';

type Act = 'interest' | 'withdrawal';
const words: Record<Act, { title: MessageKey; lead: MessageKey; do: MessageKey }> = {
  interest: { title: 'case.interest.title', lead: 'case.interest.lead', do: 'case.interest.do' },
  withdrawal: { title: 'case.withdrawal.title', lead: 'case.withdrawal.lead', do: 'case.withdrawal.do' },
};
const relations = ['own', 'family', 'same-address', 'other'] as const;

const ActDialog = ({ act, caseNo, onClose }: { act: Act; caseNo: string; onClose: () => void }) => {
  const t = useT();
  const id = useId();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [relation, setRelation] = useState<string>('');
  const [asked, setAsked] = useState(false);
  const send = useMutation({
    mutationFn: () => (act === 'interest' ? declareInterest(caseNo, relation) : withdrawCase(caseNo, text.trim())),
    onSuccess: () => { void client.invalidateQueries({ queryKey: ['case', caseNo] }); onClose(); },
  });
  const missing: MessageKey | null = act === 'interest' && relation === '' ? 'case.interest.pick' : act === 'withdrawal' && text.trim() === '' ? 'case.withdrawal.why' : null;
  const go = () => { setAsked(true); if (missing === null && !send.isPending) send.mutate(); };
  return (
    <Modal title={t(words[act].title)} onClose={onClose} onMain={go}
      actions={<><button type="button" className="btn plain" onClick={onClose}>{t('app.cancel')}</button><button type="button" className="btn primary" onClick={go}>{t(words[act].do)}</button></>}>
      <p>{t(words[act].lead)}</p>
      {send.isError && <Notice look="over" role="alert">{problemText(asProblem(send.error))}</Notice>}
      {asked && missing && <Notice look="over" role="alert">{t(missing)}</Notice>}
      {act === 'interest' && (
        <fieldset className="stack">
          <legend className="vh">{t('case.interest.title')}</legend>
          {relations.map((key) => <label key={key} className="row"><input type="radio" name={id} checked={relation === key} onChange={() => setRelation(key)} />{t(`case.interest.${key}`)}</label>)}
        </fieldset>
      )}
      {act === 'withdrawal' && <label className="stack">{t('case.withdrawal.reason')}<input className="input" value={text} maxLength={100} autoComplete="off" onChange={(event) => setText(event.target.value)} /></label>}
    </Modal>
  );
};

/** What may be done with the case itself; each of these is recorded, and none ends a step. The server says whether it can still be withdrawn. */
export const CaseActs = ({ caseNo, takesPapers, withdrawable }: { caseNo: string; takesPapers: boolean; withdrawable: boolean }) => {
  const t = useT();
  const client = useQueryClient();
  const [act, setAct] = useState<Act | null>(null);
  return (
    <div className={`${styles.acts} no-print`}>
      {takesPapers && <AddPaper caseNo={caseNo} onAdded={() => void client.invalidateQueries({ queryKey: ['case', caseNo] })} />}
      {withdrawable && <button type="button" className="btn small plain" onClick={() => setAct('withdrawal')}>{t('case.withdrawal.title')}</button>}
      <button type="button" className="btn small plain" onClick={() => setAct('interest')}>{t('case.interest.title')}</button>
      {act && <ActDialog act={act} caseNo={caseNo} onClose={() => setAct(null)} />}
    </div>
  );
};
