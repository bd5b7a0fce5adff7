import type { Viewer } from '@lapor/viewer';
import { mayLeaseAt } from '../lease/index.ts';
import {
  findReports,
  may,
  policyFacts,
  workingOrganisations,
  type ReportsDependencies,
} from '../report/index.ts';
import type { Topic } from './topics.ts';

/** What somebody is told of. */
export interface Admitted {
  /** All topics, with the present version of reports. */
  versions: ReadonlyMap<string, number | null>;
  /** Reports of which the viewer hears new versions alone: which officers have it open or lease it is not for the reporter, nor for a link. */
  withoutWork: ReadonlySet<string>;
}

/**
 * Whether a person may be told of all topics; `null` where one is not for the viewer. Of a report those are told who read it before
 * it is published, for whoever reads what everybody reads may look again. Never a key.
 */
export async function admit(
  deps: ReportsDependencies,
  viewer: Viewer,
  topics: ReadonlyMap<string, Topic>,
): Promise<Admitted | null> {
  if (viewer.apiKey) return null;
  const inboxes = workingOrganisations(viewer);
  const ids = [...topics.values()].flatMap((topic) => (topic.kind === 'report' ? topic.reportId : []));
  const rows = ids.length > 0 ? await findReports(deps.database, ids) : [];
  const reports = new Map(rows.map((row) => [row.id, row]));
  const versions = new Map<string, number | null>();
  const withoutWork = new Set<string>();
  for (const [name, topic] of topics) {
    switch (topic.kind) {
      case 'report': {
        const row = reports.get(topic.reportId);
        const facts = row && policyFacts(row, viewer, deps);
        if (!facts || !may(viewer, { ...facts, isPublished: false }, 'read')) return null;
        versions.set(name, row.sequence);
        if (!may(viewer, facts, 'markPresence')) withoutWork.add(name);
        break;
      }
      case 'inbox':
        if (!inboxes.includes(topic.organisationId)) return null;
        versions.set(name, null);
        break;
      case 'desk':
        if (!mayLeaseAt(viewer, topic.organisationId)) return null;
        versions.set(name, null);
    }
  }
  return { versions, withoutWork };
}
