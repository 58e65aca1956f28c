import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '@/api';
import { Loading } from '@/components';
import { paths } from '@/config/paths';
import { useT } from '@/i18n';
import { useKeys } from '@/keys';
import { OfflineCopies } from '../work/offline-copy';
import { Refused } from '../work/refused';
import type { EntryWork } from '../work/types';
import { EntryDesk } from './entry-desk';
import { useMe } from '@/api/me';

/** 入力（S02）: loads the task with its draft; a copy left on this machine while offline wins over an older draft of the server. */
export const EntryPage = () => {
  const t = useT();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const me = useMe();
  const queries = useQueryClient();
  const copies = useMemo(() => new OfflineCopies(me.draftKey, me.officer.no), [me.draftKey, me.officer.no]);
  const [edition, setEdition] = useState(0);
  const work = useQuery({
    queryKey: ['entry', id],
    queryFn: async ({ signal }) => {
      const loaded = await api<EntryWork>('GET', `/api/tasks/${encodeURIComponent(id)}`, { signal });
      const copy = await copies.find(id).catch(() => null);
      const newer = copy && (!loaded.draft || copy.savedAt > loaded.draft.savedAt);
      return newer ? { work: { ...loaded, values: copy.values as EntryWork['values'] }, fromHere: copy.savedAt } : { work: loaded, fromHere: null };
    },
    staleTime: Infinity, gcTime: 0, retry: false, refetchOnReconnect: false,
  });
  useKeys('entry', { 'entry.back': work.isSuccess ? undefined : () => void navigate(paths.inbox.getHref()) });

  if (work.isPending) return <Loading what={t('entry.task')} />;
  if (work.isError) return <Refused error={work.error} what={t('entry.task')} onAgain={() => void work.refetch()} />;
  const again = async () => {
    await copies.drop(id).catch(() => undefined);
    await queries.resetQueries({ queryKey: ['entry', id] });
    setEdition((before) => before + 1);
  };
  return <EntryDesk key={`${id}-${edition}`} work={work.data.work} fromHere={work.data.fromHere} onStartOver={again} />;
};
