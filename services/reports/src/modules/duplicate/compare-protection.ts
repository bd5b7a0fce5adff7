import type { ChangeScope } from '../report/index.ts';

/** The protection of a report has changed: whether it may still follow its master is looked at again by `followMasters`. */
export async function compareProtection({ em, report }: ChangeScope): Promise<void> {
  if (!report.masterId) return;
  report.masterSequence = 0;
  await em.execute(
    'insert into master_change (master_id, sequence) select id, sequence from report where id = ? on conflict do nothing',
    [report.masterId],
  );
}
