/** Scrolls the pane of items, and nothing around it, until the whole of what just appeared is in sight. */
export const intoView = (element: HTMLElement | null): void => {
  const pane = element?.closest<HTMLElement>('[data-pane]');
  if (element && pane) pane.scrollTop += Math.max(0, element.getBoundingClientRect().bottom + ROOM - pane.getBoundingClientRect().bottom);
};
const ROOM = 12;
