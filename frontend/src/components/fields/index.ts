export { Field, RegisterField, RegisterSummary, valueProblem, type RegisterValue, type ReturnedNote } from './field';
export { FieldControl } from './field-control';
export { refusalText } from './problem';
export { FieldServicesProvider, useFieldServices, type FieldServices } from './services';
export { helpOf, isContainer, labelOf, type Candidate, type ContainerSpec, type FieldSpec, type FormSchema } from './spec';
