/** Step names carry 「（2人）」 in the diagram; beside seals that say so already it is left out. */
export const plainStep = (label: string): string => label.replaceAll('（2人）', '').replaceAll('(2人)', '');

/** The name of the step where 入力 or 確認 follows it: 受付・入力 is then 受付. */
export const stepName = (label: string): string => plainStep(label).replace(/・入力$/, '');

/** The few characters a cell of the stamp box holds. */
export const stepHead = (label: string): string => {
  const short = plainStep(label).split('・')[0]!;
  return (short.length > 4 ? short.split('の').at(-1)! : short).slice(0, 4);
};
