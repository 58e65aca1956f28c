import accessEn from './en/access.json';
import casesEn from './en/cases.json';
import inboxEn from './en/inbox.json';
import numbersEn from './en/numbers.json';
import problemsEn from './en/problems.json';
import shellEn from './en/shell.json';
import workEn from './en/work.json';
import accessJa from './ja/access.json';
import casesJa from './ja/cases.json';
import inboxJa from './ja/inbox.json';
import numbersJa from './ja/numbers.json';
import problemsJa from './ja/problems.json';
import shellJa from './ja/shell.json';
import workJa from './ja/work.json';

/** All words of the interface. The Japanese files say which keys exist; an English file that lacks one does not compile. */
export const ja = { ...shellJa, ...accessJa, ...inboxJa, ...casesJa, ...numbersJa, ...problemsJa, ...workJa };
export type MessageKey = keyof typeof ja;
export const en: Readonly<Record<MessageKey, string>> = { ...shellEn, ...accessEn, ...inboxEn, ...casesEn, ...numbersEn, ...problemsEn, ...workEn };
