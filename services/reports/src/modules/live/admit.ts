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

/**
 * Whether a person may be told of all topics, with the present version of reports; `null` where one is not for the viewer. Of a
 * report those are told who read it before it is published, for whoever reads what everybody reads may look again. Never a key.
 */
export async function admit(
  deps: ReportsDependencies,
  viewer: Viewer,
  topics: ReadonlyMap<string, Topic>,
): Promise<Map<string, number | null> | null> {
  if (viewer.apiKey) return null;
  const inboxes = workingOrganisations(viewer);
  const ids = [...topics.values()].flatMap((topic) => (topic.kind === 'report' ? topic.reportId : []));
  const rows = ids.length > 0 ? await findReports(deps.database, ids) : [];
  const reports = new Map(rows.map((row) => [row.id, row]));
  const admitted = new Map<string, number | null>();
  for (const [name, topic] of topics) {
    switch (topic.kind) {
      case 'report': {
        const row = reports.get(topic.reportId);
        if (!row || !may(viewer, { ...policyFacts(row, viewer, deps), isPublished: false }, 'read'))
          return null;
        admitted.set(name, row.sequence);
        break;
      }
      case 'inbox':
        if (!inboxes.includes(topic.organisationId)) return null;
        admitted.set(name, null);
        break;
      case 'desk':
        if (!mayLeaseAt(viewer, topic.organisationId)) return null;
        admitted.set(name, null);
    }
  }
  return admitted;
}
