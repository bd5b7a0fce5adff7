import { useDates } from '../../../dates/use-dates.ts';
import { useLanguage } from '../../../language/language-provider.tsx';
import { distanceKm, sayDistance } from './distance.ts';
import type { Candidate, Compared } from './use-candidates.ts';

/** Where, how far away, when, with whom. */
export function useCandidateLine(): (report: Pick<Compared, 'point'>, other: Candidate) => string {
  const dates = useDates();
  const { words } = useLanguage();
  return (report, other) =>
    [
      report.point && other.point ? sayDistance(distanceKm(report.point, other.point), words.locale) : null,
      other.placeText ?? other.region?.fullName ?? null,
      dates.dayOf(other.submittedAt, 'date'),
      other.handler?.name ?? null,
    ]
      .filter(Boolean)
      .join(' · ');
}
