export { type Actor, type AuditAction, type AuditRecord, appendAudit, appendAudits } from './append-audit.ts';
