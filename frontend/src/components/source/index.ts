export { inHand, spotOf, type Box, type Source, type SourcePage, type Spot } from './evidence';
export { SourceViewer } from './source-viewer';
