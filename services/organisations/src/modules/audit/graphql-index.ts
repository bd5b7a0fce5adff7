export { AuditResolver } from './resolver.ts';
