export { writeAudit, type AuditAction, type AuditEntry } from './write-audit.ts';
export { auditRoutes } from './routes.ts';
