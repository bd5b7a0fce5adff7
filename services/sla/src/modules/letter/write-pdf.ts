import PDFDocument from 'pdfkit';
import { longDate, type LetterContent } from './content.ts';
import { factsOf } from './facts.ts';
import { paragraphsOf } from './paragraphs.ts';
import { latin } from './printable.ts';

const POINTS_PER_MILLIMETRE = 72 / 25.4;
const mm = (millimetres: number): number => millimetres * POINTS_PER_MILLIMETRE;

const LEFT = mm(25);
const RIGHT = mm(25);
const REGULAR = 'Times-Roman';
const BOLD = 'Times-Bold';
const ITALIC = 'Times-Italic';
const SIZE = 11.5;

/**
 * The letter on A4 in Indonesian. The same content gives the same bytes; a draft says on every page that it is none.
 * @param paragraphs as a person wrote them; `null`: as the platform does.
 */
export function writePdf(content: LetterContent, paragraphs: readonly string[] | null): Promise<Buffer> {
  const isDraft = content.number === null;
  const subject = 'Permintaan tindak lanjut laporan masyarakat';
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: mm(20), bottom: mm(20), left: LEFT, right: RIGHT },
    lang: 'id',
    displayTitle: true,
    // All pages are stamped at the end.
    bufferPages: isDraft,
    info: {
      Title: latin(isDraft ? `Rancangan surat laporan ${content.reportNumber}` : `Surat ${content.number}`),
      Author: latin(content.officeName),
      Subject: subject,
      CreationDate: new Date(`${content.datedOn}T00:00:00Z`),
      ModDate: new Date(`${content.datedOn}T00:00:00Z`),
    },
  });
  const whole = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
  writeHead(document, content);
  writeReference(document, content, subject);
  writeBody(document, content, paragraphs);
  writeFoot(document, content);
  if (isDraft) stampAsDraft(document);
  document.end();
  return whole;
}

function stampAsDraft(document: PDFKit.PDFDocument): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    const { width, height } = document.page;
    document
      .save()
      .rotate(-50, { origin: [width / 2, height / 2] })
      .font(BOLD)
      .fontSize(86)
      .fillColor('#b00020', 0.09)
      .text('RANCANGAN', 0, height / 2 - 50, { width, align: 'center', lineBreak: false })
      .restore();
  }
}

function writeHead(document: PDFKit.PDFDocument, { officeName }: LetterContent): void {
  const { width } = document.page;
  const [main, ...rest] = latin(officeName).split(/ (?=Perwakilan )/);
  document.font(BOLD).fontSize(15).text(main!.toUpperCase(), { align: 'center' });
  if (rest.length > 0) document.font(REGULAR).fontSize(12).text(rest.join(' '), { align: 'center' });
  document
    .font(REGULAR)
    .fontSize(9.5)
    .fillColor('#444444')
    .text('SP4N-LAPOR! - Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional', { align: 'center' })
    .fillColor('#000000');
  const y = document.y + 6;
  document
    .moveTo(LEFT, y)
    .lineTo(width - RIGHT, y)
    .lineWidth(1.5)
    .stroke()
    .moveTo(LEFT, y + 3)
    .lineTo(width - RIGHT, y + 3)
    .lineWidth(0.5)
    .stroke();
  document.y = y + 20;
}

function writeReference(document: PDFKit.PDFDocument, content: LetterContent, subject: string): void {
  const top = document.y;
  document.font(REGULAR).fontSize(SIZE);
  row(document, 'Nomor', content.number ?? '(diberikan saat disetujui)', 60);
  row(document, 'Sifat', content.isConfidential ? 'Rahasia' : 'Penting', 60);
  row(document, 'Hal', subject, 60);
  const bottom = document.y;
  document.text(longDate(content.datedOn), LEFT, top, { align: 'right' });
  document.x = LEFT;
  document.y = Math.max(bottom, document.y) + 16;
  const { title, organisationName, address } = content.addressee;
  document
    .text('Yth.', LEFT)
    .font(BOLD)
    .text(latin(headOf(title, organisationName)))
    .font(REGULAR);
  if (address) document.text(latin(address), { width: mm(90) });
  else document.text('di tempat');
  document.moveDown(1);
}

/** `Wali Kota Padang`, not `Wali Kota Kota Padang`; other titles with the whole name of the office. */
export function headOf(title: string, organisationName: string): string {
  const place = organisationName.replace(/^Pemerintah (?:Kota|Kabupaten|Provinsi) /, '');
  if (place !== organisationName) return `${title} ${place}`;
  const office = organisationName.replace(/^(?:Kementerian) /, '');
  if (office !== organisationName && title.startsWith('Menteri')) return `${title} ${office}`;
  return `${title}, ${organisationName}`;
}

function writeBody(
  document: PDFKit.PDFDocument,
  content: LetterContent,
  paragraphs: readonly string[] | null,
): void {
  const justified = { align: 'justify' as const, lineGap: 2 };
  const [opening, ...rest] = paragraphs ?? paragraphsOf(content);
  document.text(latin(opening!), justified).moveDown(0.8);
  table(document, factsOf(content));
  document.moveDown(0.8);
  for (const paragraph of [...rest, ...closingOf(content, paragraphs !== null)])
    document.text(latin(paragraph), justified).moveDown(0.8);
  document.moveDown(0.8);
}

/** What every letter ends with, whoever wrote the rest: by when, how, and that nobody is named. */
const closingOf = ({ replyBy }: LetterContent, isEdited: boolean): string[] => [
  ...(isEdited
    ? [
        `Jawaban atas surat ini kami tunggu paling lambat ${longDate(replyBy)}, melalui konsol instansi SP4N-LAPOR! atau dengan surat yang menyebut nomor di atas.`,
        'Identitas pelapor dan isi laporan tidak disertakan; petugas yang menangani membacanya di dalam sistem.',
      ]
    : [
        'Surat ini memuat nomor laporan dan tenggatnya saja. Identitas pelapor dan isi laporan tidak disertakan; petugas yang menangani membacanya di dalam sistem.',
      ]),
  'Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.',
];

function writeFoot(document: PDFKit.PDFDocument, content: LetterContent): void {
  startPageUnless(document, mm(25));
  const left = document.page.width / 2 + mm(5);
  const width = document.page.width - RIGHT - left;
  document.font(REGULAR).text(latin(content.officeName), left, document.y, { width });
  document.moveDown(0.4);
  document
    .font(ITALIC)
    .fillColor('#444444')
    .text(
      content.number === null
        ? 'Rancangan. Belum disetujui dan tidak berlaku sebagai surat.'
        : `Disetujui di SP4N-LAPOR! pada ${longDate(content.datedOn)}.`,
      left,
      document.y,
      { width },
    )
    .fillColor('#000000');
}

function row(document: PDFKit.PDFDocument, label: string, value: string, labelWidth: number): void {
  const { y } = document;
  document.text(label, LEFT, y, { width: labelWidth });
  document.text(`: ${latin(value)}`, LEFT + labelWidth, y, { width: mm(95) });
  document.x = LEFT;
}

function table(document: PDFKit.PDFDocument, rows: readonly (readonly [string, string])[]): void {
  const width = document.page.width - LEFT - RIGHT;
  const first = width * 0.42;
  document.fontSize(SIZE - 0.5);
  for (const [label, value] of rows) {
    const height = Math.max(
      document.heightOfString(label, { width: first - 12 }),
      document.heightOfString(latin(value), { width: width - first - 12 }),
    );
    startPageUnless(document, height + 8);
    const y = document.y + 4;
    document
      .lineWidth(0.5)
      .strokeColor('#999999')
      .rect(LEFT, y - 4, width, height + 8)
      .stroke()
      .moveTo(LEFT + first, y - 4)
      .lineTo(LEFT + first, y + height + 4)
      .stroke()
      .strokeColor('#000000');
    document.text(label, LEFT + 6, y, { width: first - 12 });
    document.text(latin(value), LEFT + first + 6, y, { width: width - first - 12 });
    document.x = LEFT;
    document.y = y + height + 4;
  }
  document.fontSize(SIZE);
  document.moveDown(0.2);
}

/** What must stay together goes on a page that has room for it. */
function startPageUnless(document: PDFKit.PDFDocument, height: number): void {
  const { page } = document;
  if (document.y + height <= page.height - page.margins.bottom) return;
  document.addPage();
  document.x = LEFT;
}
