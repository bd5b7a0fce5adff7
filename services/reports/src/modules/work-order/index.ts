export { findEvidence, findWorkOrdersOf, type EvidenceRow, type WorkOrderRow } from './repository.ts';
export { WorkOrderFieldResolver, WorkOrderResolver } from './resolver.ts';
