import { useEffect, useState } from 'react';

export type Idle = 'here' | 'warned' | 'away';

const SHARED = 'futari.last-act';
const EVENTS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'compositionupdate'] as const;
const lastAnywhere = (here: number): number => Math.max(here, Number(localStorage.getItem(SHARED) ?? 0));

/** 離席: how long nobody has touched this or another window of the session. Only a time is kept, nothing of what was done. */
export function useIdle(warnAfter: number, coverAfter: number, onTouch: () => void): { state: Idle; left: number; wake: () => void; cover: () => void } {
  const [state, setState] = useState<Idle>('here');
  const [left, setLeft] = useState(coverAfter);
  const [clock] = useState(() => ({ last: Date.now(), told: Date.now(), kept: 0, state: 'here' as Idle }));

  useEffect(() => {
    const change = (next: Idle) => {
      if (clock.state !== next) {
        clock.state = next;
        setState(next);
      }
    };
    const touch = () => {
      if (clock.state === 'away') return;
      clock.last = Date.now();
      if (clock.last - clock.kept > 2_000) {
        clock.kept = clock.last;
        localStorage.setItem(SHARED, String(clock.last));
      }
      if (clock.state === 'here' && clock.last - clock.told > 60_000) {
        clock.told = clock.last;
        onTouch();
      }
    };
    const look = () => {
      if (clock.state === 'away') return;
      const seconds = (Date.now() - lastAnywhere(clock.last)) / 1_000;
      if (seconds >= coverAfter) change('away');
      else if (seconds >= warnAfter) {
        setLeft(Math.ceil(coverAfter - seconds));
        change('warned');
      } else change('here');
    };
    const listening = EVENTS.map((name) => [name, () => { if (clock.state === 'here') touch(); }] as const);
    listening.forEach(([name, listener]) => window.addEventListener(name, listener, { capture: true, passive: true }));
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, 1_000);
    return () => {
      listening.forEach(([name, listener]) => window.removeEventListener(name, listener, { capture: true }));
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [clock, coverAfter, onTouch, warnAfter]);

  const set = (next: Idle) => {
    clock.state = next;
    clock.last = Date.now();
    localStorage.setItem(SHARED, String(clock.last));
    setState(next);
  };
  return { state, left, wake: () => set('here'), cover: () => { clock.state = 'away'; setState('away'); } };
}
