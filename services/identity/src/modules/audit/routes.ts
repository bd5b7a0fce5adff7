import type { Viewer } from '@lapor/viewer';
import type { Deps } from '../../deps.ts';
import { ok } from '../../http/answer.ts';
import type { Routes } from '../../http/routes.ts';
import type { SessionAccount } from '../sessions/index.ts';
import { auditFilter, listAudit } from './list-audit.ts';

/** `GET /auth/audit?before=&action=&accountId=&limit=`: keyset paging by `before` = `next` of the page before. */
export function auditRoutes(
  routes: Routes,
  { database }: Deps,
  viewerOf: (session: SessionAccount) => Viewer,
): void {
  routes.complete(
    { method: 'GET', path: '/audit', body: auditFilter, perMinute: 60 },
    async ({ session, body }) => ok(await listAudit(database, viewerOf(session), body)),
  );
}
