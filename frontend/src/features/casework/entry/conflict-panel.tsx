import { Link } from 'react-router';
import { DiffText } from '@/components/diff-text';
import { isContainer, labelOf, type FieldSpec, type FormSchema } from '@/components/fields';
import { timeOfDay } from '@/format/dates';
import { useLanguage, useT } from '@/i18n';
import { shownForm } from '@/jp';
import { paths } from '@/config/paths';
import type { Conflict } from '../work/use-draft';
import type { Values } from '../work/types';
import styles from './entry.module.css';
import { pathsOf, valueAt } from './values';

const specOf = (schema: FormSchema, path: string): FieldSpec | undefined => {
  const [list = '', row = '', key = ''] = path.split('.');
  const fields = schema.components.flatMap((component): readonly FieldSpec[] =>
    !isContainer(component) ? [component] : component.type === 'dynamiclist' ? (row !== '' && component.path === list ? component.components : []) : component.components);
  return fields.find((spec) => spec.key === (row === '' ? list : key));
};

/** 先に別の人が終えた: what they confirmed and what I typed, field by field. */
export const ConflictPanel = ({ conflict, mine, schema }: { conflict: Conflict; mine: Values; schema: FormSchema }) => {
  const t = useT();
  const language = useLanguage();
  const theirs = conflict.values ?? {};
  const by = typeof conflict.by === 'string' ? conflict.by : conflict.by?.name ?? '';
  const rows = [...new Set([...pathsOf(theirs), ...pathsOf(mine)])]
    .map((path) => ({ path, spec: specOf(schema, path), theirs: valueAt(theirs, path), mine: valueAt(mine, path) }))
    .filter((row) => row.spec && row.spec.type !== 'jp-mynumber' && JSON.stringify(row.theirs) !== JSON.stringify(row.mine));
  return (
    <section className={styles.conflict} role="alert" aria-labelledby="conflict-title">
      <h1 id="conflict-title">{by === '' ? t('conflict.otherWindow') : conflict.at ? t('conflict.title', { name: by, time: timeOfDay(conflict.at) }) : t('conflict.titleNoTime', { name: by })}</h1>
      <p>{t('conflict.notSent')} {rows.length > 0 ? t('conflict.count', { n: rows.length }) : t('conflict.same')}</p>
      {rows.length > 0 && (
        <table>
          <thead><tr><th scope="col">{t('conflict.field')}</th><th scope="col">{by === '' ? t('conflict.saved') : t('conflict.theirs', { name: by })}</th><th scope="col">{t('conflict.mine')}</th></tr></thead>
          <tbody>
            {rows.map(({ path, spec, theirs: a, mine: b }) => {
              const [left, right] = [shownForm(a, spec!, language), shownForm(b, spec!, language)];
              return (
                <tr key={path}>
                  <th scope="row">{labelOf(spec!, language)}</th>
                  <td>{left === '' ? t('conflict.empty') : <DiffText text={left} against={right} />}</td>
                  <td>{right === '' ? t('conflict.empty') : <DiffText text={right} against={left} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p className="sub">{t('conflict.kept')}</p>
      <p><Link className="btn primary" to={paths.inbox.getHref()}>{t('conflict.toList')}</Link></p>
    </section>
  );
};
