import PDFDocument from 'pdfkit';
import type { ReceiptContent } from '@lapor/receipt';
import { codeOf } from './draw-code.ts';
import { latin } from './printable.ts';
import { printedWords, type PrintedWords } from './printed-words.ts';

const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

const MARGIN = mm(14);
const CODE = mm(62);
const REGULAR = 'Helvetica';
const BOLD = 'Helvetica-Bold';
const GREY = '#444444';

/** What is printed besides what was signed. */
export interface Printed {
  /** The page that checks it, with the receipt behind `#`. */
  checkUrl: string;
  /** The whole text of an answer. */
  text: string | null;
}

/** The receipt on A5 in Indonesian, tagged for readers of the screen. The same receipt gives the same bytes. */
export function writePdf(content: ReceiptContent, { checkUrl, text }: Printed): Promise<Buffer> {
  const said = printedWords(content, text);
  const at = new Date(content.at);
  const document = new PDFDocument({
    size: 'A5',
    pdfVersion: '1.7',
    margins: { top: mm(12), bottom: mm(12), left: MARGIN, right: MARGIN },
    lang: 'id',
    tagged: true,
    displayTitle: true,
    info: {
      Title: `${said.title} ${content.number}`,
      Author: 'SP4N-LAPOR!',
      CreationDate: at,
      ModDate: at,
    },
  });
  const whole = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  const put = (tag: string, write: () => unknown) => root.add(document.struct(tag, {}, () => void write()));
  writeHead(document, put, said);
  writeFacts(document, put, said);
  writeCode(document, root, checkUrl);
  writeFoot(document, put, said, checkUrl);
  root.end();
  document.end();
  return whole;
}

type Put = (tag: string, write: () => unknown) => void;

function writeHead(document: PDFKit.PDFDocument, put: Put, { title }: PrintedWords): void {
  put('P', () =>
    document
      .font(REGULAR)
      .fontSize(8.5)
      .fillColor(GREY)
      .text('SP4N-LAPOR! - Layanan Aspirasi dan Pengaduan Online Rakyat'),
  );
  document.moveDown(0.4);
  put('H1', () => document.font(BOLD).fontSize(17).fillColor('#000000').text(title));
  const y = document.y + 3;
  document.markContent('Artifact', { type: 'Layout' });
  document
    .moveTo(MARGIN, y)
    .lineTo(document.page.width - MARGIN, y)
    .lineWidth(1.2)
    .stroke('#c8102e');
  document.endMarkedContent();
  document.y = y + 9;
}

function writeFacts(document: PDFKit.PDFDocument, put: Put, { rows, text }: PrintedWords): void {
  const labelWidth = mm(32);
  const valueWidth = document.page.width - 2 * MARGIN - labelWidth;
  for (const [label, value] of rows) {
    const { y } = document;
    put('P', () => {
      document.font(REGULAR).fontSize(9.5).fillColor(GREY).text(label, MARGIN, y, { width: labelWidth });
      document
        .font(BOLD)
        .fontSize(10)
        .fillColor('#000000')
        .text(latin(value), MARGIN + labelWidth, y, { width: valueWidth });
    });
    document.x = MARGIN;
    document.y += 3;
  }
  if (text === null) return;
  document.moveDown(0.4);
  put('P', () => document.font(REGULAR).fontSize(10).text(latin(text), { lineGap: 1.5 }));
}

function writeCode(document: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, checkUrl: string): void {
  // The code, the sentence below it and the foot stay together.
  if (document.y + CODE + mm(34) > document.page.height - document.page.margins.bottom) document.addPage();
  const { size, isDark } = codeOf(checkUrl);
  const left = (document.page.width - CODE) / 2;
  const top = document.y + mm(3);
  const square = CODE / size;
  const figure = document.struct(
    'Figure',
    { alt: 'Kode QR: membuka halaman yang memeriksa keaslian tanda terima ini.' },
    () => {
      for (let row = 0; row < size; row++)
        for (let column = 0; column < size; column++)
          if (isDark(row, column)) document.rect(left + column * square, top + row * square, square, square);
      document.fill('#000000');
    },
  );
  root.add(figure);
  document.x = MARGIN;
  document.y = top + CODE + mm(3);
}

function writeFoot(document: PDFKit.PDFDocument, put: Put, { limits }: PrintedWords, checkUrl: string): void {
  const page = checkUrl.slice(0, checkUrl.indexOf('#'));
  put('P', () =>
    document
      .font(BOLD)
      .fontSize(9.5)
      .fillColor('#000000')
      .text('Pindai untuk memeriksa keasliannya, atau buka', { align: 'center' }),
  );
  put('P', () =>
    document.font(REGULAR).fontSize(9.5).text(page, { align: 'center', link: checkUrl, underline: true }),
  );
  document.moveDown(0.5);
  put('P', () => document.font(REGULAR).fontSize(8.5).fillColor(GREY).text(limits, { align: 'center' }));
}
