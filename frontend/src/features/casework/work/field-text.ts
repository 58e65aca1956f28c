import type { FieldProblem } from '@/api';
import { isMessageKey, translate } from '@/i18n';

/** The sentence for a field that the server refused: by its code, else the server's own words. */
export function fieldText(field: FieldProblem): string {
  const key = `problem.${field.code}`;
  if (isMessageKey(key)) return translate(key, (field as { params?: Record<string, string | number> }).params ?? {});
  return field.message || translate('problem.http.422');
}
