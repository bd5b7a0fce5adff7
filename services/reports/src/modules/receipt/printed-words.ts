import type { ReceiptContent } from '@lapor/receipt';
import { formatDay, formatMoment, formatReportNumber } from '@lapor/wording';
import { words } from '@lapor/wording/id-basic';

/** What stands on the paper, in Indonesian. */
export interface PrintedWords {
  title: string;
  rows: readonly (readonly [label: string, value: string])[];
  /** The answer itself, if it was said and not erased. */
  text: string | null;
  /** What it is no proof of. */
  limits: string;
}

const KINDS = {
  ACKNOWLEDGED: 'Pemberitahuan bahwa laporan diterima',
  PLANNED: 'Rencana tindak lanjut',
  RESULT: 'Hasil tindak lanjut',
  OBSTACLE: 'Kendala dan janji baru',
  CORRECTED: 'Perbaikan jawaban',
} as const;

/** Papers travel over all zones: they tell the time of Jakarta, and say so. */
const ZONE = 'Asia/Jakarta';

/** @param text the whole text of an answer, which may be longer than what the receipt itself holds. */
export function printedWords(content: ReceiptContent, text: string | null): PrintedWords {
  const number = ['Nomor laporan', formatReportNumber(content.number)] as const;
  const moment = formatMoment(words, content.at, ZONE);
  if (content.of === 'REPORT')
    return {
      title: 'Tanda terima laporan',
      rows: [
        number,
        ['Diterima', moment],
        ['Status saat itu', words.states[content.state]],
        ...(content.category ? [['Kategori', content.category] as const] : []),
        ...(content.region ? [['Kode wilayah', content.region] as const] : []),
      ],
      text: null,
      limits:
        'Tanda terima ini membuktikan bahwa laporan dengan nomor ini masuk pada waktu itu. Siapa pelapornya dan apa isi laporannya tidak tercantum. Status terbaru ada di halaman laporan.',
    };
  return {
    title: 'Tanda terima jawaban',
    rows: [
      number,
      ['Dijawab oleh', content.by.name],
      ['Jenis jawaban', KINDS[content.kind]],
      ['Waktu', moment],
      ...(content.promised ? [['Dijanjikan', formatDay(words, content.promised)] as const] : []),
      ...(content.sha256 && content.text === undefined
        ? [['Sidik teks (SHA-256)', content.sha256] as const]
        : []),
    ],
    text,
    limits:
      'Tanda terima ini membuktikan bahwa instansi tersebut memberi jawaban ini pada waktu itu. Jawaban dapat diperbaiki sesudahnya; yang berlaku ada di halaman laporan.',
  };
}
