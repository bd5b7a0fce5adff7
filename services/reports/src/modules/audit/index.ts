export { auditActor, auditInsert, noteInAudit, type AuditNote } from './note.ts';
export type { AuditAction } from './vocabulary.ts';
