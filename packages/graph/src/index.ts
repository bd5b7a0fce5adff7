export {
  ALLOWED_HINTS,
  CompositionError,
  composeGraph,
  unlistedHints,
  type ComposedGraph,
} from './compose.ts';
export type { AllowedHint, Hint } from './hints.ts';
export { findUndescribed } from './descriptions.ts';
export { printSubgraph } from './print-subgraph.ts';
export { checkGraph, writeGraph, type GraphSources } from './files.ts';
export { collectDocuments, textOf, type CollectedDocument } from './collect-documents.ts';
export {
  checkPersistedDocuments,
  writePersistedDocuments,
  type PersistedSources,
} from './persisted-documents.ts';
export { graphDirectory, readPersistedDocuments, readSupergraph } from './committed.ts';
