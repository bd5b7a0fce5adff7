import { useQuery } from 'urql';
import type { ResultOf } from '../../../graphql.ts';
import { CandidatesDocument, type CandidateFields, type ComparedFields } from './duplicate.graphql.ts';

export type Candidate = ResultOf<typeof CandidateFields>;
export type Compared = ResultOf<typeof ComparedFields>;

const LONGEST_TEXT = 4_000;

/** Open reports that may be about the same, the likeliest first; `categoryId`: what the verifier has chosen, where the reporter has not. */
export function useCandidates(report: Compared, categoryId: string | null): readonly Candidate[] {
  const hasCategory = report.category !== null;
  const [{ data }] = useQuery({
    query: CandidatesDocument,
    variables: {
      categoryId,
      regionCode: report.region?.code ?? null,
      point: report.point && { latitude: report.point.latitude, longitude: report.point.longitude },
      text: `${report.title} ${report.text}`.slice(0, LONGEST_TEXT),
    },
    pause: hasCategory || (report.region === null && report.point === null),
  });
  const found = hasCategory ? report.similarReports : (data?.similarReports ?? []);
  return found.filter(({ id }) => id !== report.id);
}
