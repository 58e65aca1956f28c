import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Loading } from '@/components';
import { paths } from '@/config/paths';
import { useLanguage, useT } from '@/i18n';
import { useKeys } from '@/keys';
import { Refused } from '../work/refused';
import { CheckDesk } from './check-desk';
import { inLanguage } from './in-language';
import { useCheck } from './use-check';

/** 確認（S03）. */
export const CheckPage = () => {
  const { id = '' } = useParams();
  return <OneCheck key={id} id={id} />;
};

const OneCheck = ({ id }: { id: string }) => {
  const t = useT();
  const navigate = useNavigate();
  const check = useCheck(id);
  const language = useLanguage();
  const told = check.query.data;
  const work = useMemo(() => told && inLanguage(told, language), [told, language]);
  const toList = () => void navigate(paths.inboxCheck.getHref());
  useKeys('check', { 'check.back': work ? undefined : toList });
  if (work) return <CheckDesk check={check} work={work} />;
  if (check.query.isError) return <Refused error={check.query.error} what={t('check.task')} onAgain={() => void check.query.refetch()} onNext={toList} />;
  return <Loading what={t('check.task')} />;
};
