import { createContext, use, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '@/i18n';
import { keyCaps, setSingleKeys, singleKeysOn, useActiveBindings, type Binding } from '@/keys';
import styles from './key-bar.module.css';
import { Modal } from './modal';

export const KeyCaps = ({ keys }: { keys: string }) => (
  <>{keyCaps(keys).map((cap) => <kbd key={cap} className="kbd">{cap}</kbd>)}</>
);

const Caps = ({ binding }: { binding: Binding }) => (
  <>
    {(binding.caps ?? keyCaps(binding.keys[0]!)).map((cap) =>
      cap === '～' ? <span key={cap}>～</span> : <kbd key={cap} className="kbd">{keyCaps(cap)[0]}</kbd>,
    )}
  </>
);

const StateSlot = createContext<HTMLElement | null>(null);
export const KeyBarSlot = StateSlot.Provider;

/** What a page says at the right end of the key bar: last update, draft saved. */
export const KeyBarState = ({ children }: { children: ReactNode }) => {
  const slot = use(StateSlot);
  return slot === null ? null : createPortal(children, slot);
};

/** キー: the keys that work now, printed at the bottom of every screen from the one registry. */
export const KeyBar = ({ slotRef }: { slotRef: (element: HTMLElement | null) => void }) => {
  const t = useT();
  const shown = useActiveBindings()
    .filter((binding) => binding.bar !== undefined)
    .sort((one, other) => one.bar! - other.bar!);
  return (
    <footer className={`${styles.bar} no-print`} aria-label={t('keys.title')}>
      <ul className={styles.keys}>
        {shown.map((binding) => <li key={binding.id}><Caps binding={binding} /> {t(binding.label)}</li>)}
      </ul>
      <span className={styles.state} ref={slotRef} />
    </footer>
  );
};

const HelpList = ({ title, bindings }: { title: string; bindings: readonly Binding[] }) => {
  const t = useT();
  const once = bindings.filter((binding, index) => bindings.findIndex((other) => other.label === binding.label) === index);
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.help}>
        {once.map((binding) => (
          <div key={binding.id}>
            <dt>
              {binding.caps && binding.caps.includes('～')
                ? <Caps binding={binding} />
                : binding.keys.map((key, index) => <span key={key} className={styles.chord}>{index > 0 && ' / '}<KeyCaps keys={key} /></span>)}
            </dt>
            <dd>{t(binding.label)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** F1: every key that works here. Single letters can be switched off for people whom they disturb. */
export const KeyHelp = ({ onClose, bindings }: { onClose: () => void; bindings: readonly Binding[] }) => {
  const t = useT();
  const [single, setSingle] = useState(singleKeysOn);
  const here = bindings.filter((binding) => binding.scope !== 'global' && binding.scope !== 'dialog');
  return (
    <Modal title={t('keys.helpTitle')} onClose={onClose} wide>
      <div className={styles.columns}>
        {here.length > 0 && <HelpList title={t('keys.helpHere')} bindings={here} />}
        <HelpList title={t('keys.helpEverywhere')} bindings={bindings.filter((binding) => binding.scope === 'global')} />
      </div>
      <label className="row">
        <input type="checkbox" checked={single} onChange={(event) => { setSingle(event.target.checked); setSingleKeys(event.target.checked); }} />
        {t('app.singleKeys')}
      </label>
    </Modal>
  );
};
