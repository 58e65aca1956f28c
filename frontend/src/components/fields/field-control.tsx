import { BlindNumberControl } from './blind-number-control';
import { CheckListControl } from './check-list-control';
import { ChoiceControl } from './choice-control';
import type { ControlProps } from './control';
import { LookupControl } from './lookup-control';
import { TextControl } from './text-control';

/** The input of a field by its type. */
export const FieldControl = (props: ControlProps) => {
  switch (props.spec.type) {
    case 'jp-choice-code': return <ChoiceControl {...props} />;
    case 'jp-check-list': return <CheckListControl {...props} />;
    case 'jp-postal': case 'jp-addressee': return <LookupControl {...props} />;
    case 'jp-mynumber': return <BlindNumberControl {...props} />;
    default: return <TextControl {...props} />;
  }
};
