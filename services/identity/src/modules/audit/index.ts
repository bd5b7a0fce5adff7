export { writeAudit, type AuditAction, type AuditEntry } from './write-audit.ts';
