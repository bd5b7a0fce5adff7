import { formatReportNumber } from '@lapor/wording';
import type { Way } from '../delivery/index.ts';
import type { HeldReport } from '../door/index.ts';
import { fitInto } from '../segments/index.ts';

/** Of a short message one part, with what to write back at its end. */
function ofWay(way: Way, { shortCode }: HeldReport, text: string, more: string): string {
  const next =
    way === 'MAIL' ? ' Balas surel ini bila ada tambahan.' : shortCode ? ` Ketik STATUS ${shortCode}.` : '';
  return way === 'PHONE' ? fitInto(text, 1, more + next) : `${text}${more}${next}`;
}

const named = ({ number, shortCode }: HeldReport) =>
  `${formatReportNumber(number)}${shortCode ? ` (kode ${shortCode})` : ''}`;

/** What the desk says to a sender besides what an operator writes. */
export const words = {
  filed: (report: HeldReport, way: Way) =>
    ofWay(
      way,
      report,
      `LAPOR! Pesan Anda kami jadikan laporan ${named(report)}.`,
      ' Diperiksa paling lambat 3 hari kerja.',
    ),
  attached: (report: HeldReport, way: Way) =>
    ofWay(way, report, `LAPOR! Pesan Anda kami teruskan ke laporan ${named(report)}.`, ''),
} as const;
