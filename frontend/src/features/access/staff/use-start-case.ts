import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '@/config/paths';
import { today } from '@/format/dates';
import { startCase } from './api';

/** Starts the two-person case and goes on to its entry; a second click does nothing twice. */
export function useStartCase(kind: 'access-right' | 'terminal-enrollment') {
  const navigate = useNavigate();
  const intention = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: (params: Readonly<Record<string, string>>) => startCase(kind, params, today(), intention.current),
    onSuccess: ({ caseNo, taskId }) => void navigate(taskId ? paths.entry.getHref(taskId) : paths.case.getHref(caseNo)),
    onError: () => { intention.current = crypto.randomUUID(); },
  });
}
