import { useT, type MessageKey } from '@/i18n';
import { Icon, type IconName } from './icon';
import styles from './status-chip.module.css';

export type ChipLook = 'new' | 'doing' | 'second' | 'returned' | 'done' | 'hold';

const looks: Record<ChipLook, { icon: IconName; label: MessageKey }> = {
  new: { icon: 'ring', label: 'status.new' },
  doing: { icon: 'half', label: 'status.doing' },
  second: { icon: 'two', label: 'status.second' },
  returned: { icon: 'back', label: 'status.returned' },
  done: { icon: 'tick', label: 'status.done' },
  hold: { icon: 'pause', label: 'status.hold' },
};

/** 状態: the stage of a task, in shape, word and colour together. */
export const StatusChip = ({ look, label }: { look: ChipLook; label?: MessageKey }) => {
  const t = useT();
  return (
    <span className={`${styles.chip} ${styles[look]}`}>
      <Icon name={looks[look].icon} size={14} />
      {t(label ?? looks[look].label)}
    </span>
  );
};
