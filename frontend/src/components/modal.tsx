import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useT } from '@/i18n';
import { useKeys } from '@/keys';
import { Icon } from './icon';
import styles from './modal.module.css';

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** What F12 and Ctrl+Enter do here. */
  readonly onMain?: () => void;
  readonly wide?: boolean;
}

/** A dialog on the browser's own top layer: it keeps the focus inside, and Esc closes it. */
export const Modal = ({ title, onClose, children, actions, onMain, wide = false }: ModalProps) => {
  const t = useT();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useKeys('dialog', { 'dialog.main': onMain });
  useEffect(() => {
    const element = dialog.current!;
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={`${styles.modal} ${wide ? styles.wide : ''}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="btn small quiet" onClick={onClose}><Icon name="cross" size={14} />{t('app.close')}</button>
      </header>
      <div className={styles.body}>{children}</div>
      {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
    </dialog>
  );
};
