import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, type Me } from '@/api';
import { Icon, Modal } from '@/components';
import { looksLikePersonalNumber } from '@/components/personal-number';
import { paths } from '@/config/paths';
import { setLanguage, useLanguage, useT } from '@/i18n';
import styles from './top-bar.module.css';

const SearchBox = () => {
  const t = useT();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const id = useId();
  const submit = () => {
    if (text.trim() === '') return;
    // a personal number goes no further than this line
    void navigate(paths.search.getHref(), { state: looksLikePersonalNumber(text) ? { refused: true } : { q: text.trim() } });
    setText('');
  };
  return (
    <form role="search" className={styles.search} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Icon name="search" />
      <label htmlFor="search-box" className={text === '' ? styles.searchLabel : 'vh'} id={id}>{t('app.searchBox')}</label>
      <input id="search-box" type="text" inputMode="search" autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />
      <kbd className="kbd" aria-hidden="true">/</kbd>
    </form>
  );
};

const LanguageSwitch = () => {
  const t = useT();
  const language = useLanguage();
  return (
    <span className={styles.language} role="group" aria-label={t('app.language')}>
      <button type="button" lang="ja" aria-pressed={language === 'ja'} onClick={() => setLanguage('ja')}>日本語</button>
      <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => setLanguage('en')}>English</button>
    </span>
  );
};

const Person = ({ me }: { me: Me }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const leave = useMutation({
    mutationFn: () => api<{ redirect: string } | undefined>('POST', '/logout'),
    onSuccess: (answer) => window.location.assign(answer?.redirect ?? '/login'),
  });
  const { officer } = me;
  return (
    <>
      <button type="button" className={styles.person} onClick={() => setOpen(true)}>
        <span className={styles.avatar} aria-hidden="true">{[...officer.familyName][0]}</span>
        <b className="name">{officer.name}</b>
        <span className="sub">{[officer.sectionName, officer.post].filter(Boolean).join(' ')}</span>
      </button>
      {open && (
        <Modal title={officer.name} onClose={() => setOpen(false)}
          actions={<button type="button" className="btn plain" onClick={() => leave.mutate()}><Icon name="exit" />{t('app.signOut')}</button>}>
          <p>{[officer.sectionName, officer.post, officer.no].filter(Boolean).join('　')}</p>
        </Modal>
      )}
    </>
  );
};

export const TopBar = ({ me }: { me: Me }) => {
  const t = useT();
  return (
    <header className={`${styles.bar} no-print`}>
      <div className={styles.brand}>
        <span className={styles.mark}><Icon name="two" size={18} /></span>
        <span className={styles.brandWords}>{t('app.product')}<small>{me.office.name}</small></span>
      </div>
      <SearchBox />
      <span className="grow" />
      <span className={`${styles.terminal} ${me.terminal ? '' : styles.noTerminal}`}>
        <Icon name="terminal" size={14} />{me.terminal ? t('app.terminal', { no: me.terminal.no }) : t('app.noTerminal')}
      </span>
      <LanguageSwitch />
      <Person me={me} />
    </header>
  );
};
