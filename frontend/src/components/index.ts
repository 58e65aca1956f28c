export { DueLabel } from './due-label';
export { Icon, type IconName } from './icon';
export { KeyBarState, KeyCaps } from './key-bar';
export { Modal } from './modal';
export { Notice, type NoticeLook } from './notice';
export { Seal, sealName, SealPair } from './seal';
export { StampBox } from './stamp-box';
export { Failed, FullState, Loading } from './states';
export { StatusChip, type ChipLook } from './status-chip';
