import { longDate, type LetterContent } from './content.ts';

const spaced = (number: string): string => `${number.slice(0, 4)} ${number.slice(4)}`;

/** The text of a letter that nobody has edited, made of its facts: the first paragraph stands above their table, the second below. */
export function paragraphsOf(content: LetterContent): string[] {
  const where = content.unitName
    ? `diteruskan kepada ${content.unitName}${content.disposedOn ? ` pada ${longDate(content.disposedOn)}` : ''}`
    : 'masih menunggu verifikasi';
  return [
    `Laporan masyarakat nomor ${spaced(content.reportNumber)} disampaikan melalui SP4N-LAPOR! pada ${longDate(content.submittedOn)} dan ${where}. Sampai hari ini belum ada rencana maupun hasil tindak lanjut atas laporan tersebut.`,
    `Kami meminta Saudara memastikan laporan ini ditindaklanjuti dan jawaban atas surat ini disampaikan paling lambat ${longDate(content.replyBy)}, melalui konsol instansi SP4N-LAPOR! atau dengan surat yang menyebut nomor di atas.`,
  ];
}

/** What somebody who begins to edit starts from: without the day for the answer, which is printed below whatever was written. */
export const paragraphsToEdit = (content: LetterContent): string[] => [
  paragraphsOf(content)[0]!,
  'Kami meminta Saudara memastikan laporan ini ditindaklanjuti.',
];
