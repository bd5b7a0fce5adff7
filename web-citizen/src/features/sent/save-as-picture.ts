interface Card {
  title: string;
  /** Label and what it names, e.g. "Nomor laporan", "4821 3097". */
  lines: readonly (readonly [label: string, value: string])[];
  note: string;
  fileName: string;
}

const width = 1080;
const height = 1080;

/** Draws number and code on a card and lets the browser save it as a PNG. Answers whether that worked. */
export async function saveAsPicture({ title, lines, note, fileName }: Card): Promise<boolean> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const paint = canvas.getContext('2d');
  if (!paint) return false;
  const text = (words: string, size: number, y: number, style: { colour?: string; font?: string } = {}) => {
    paint.fillStyle = style.colour ?? '#1a1f25';
    paint.font = `${style.font ?? '700'} ${size}px ${style.font?.includes('mono') ? 'monospace' : 'system-ui, sans-serif'}`;
    paint.fillText(words, 80, y, width - 160);
  };
  paint.fillStyle = '#ffffff';
  paint.fillRect(0, 0, width, height);
  paint.fillStyle = '#bf1320';
  paint.fillRect(0, 0, width, 24);
  text('LAPOR!', 64, 140, { colour: '#b3111d' });
  text(title, 44, 240);
  lines.forEach(([label, value], index) => {
    const top = 360 + index * 220;
    text(label, 36, top, { colour: '#4f5965', font: '400' });
    paint.fillStyle = '#1a1f25';
    paint.font = '700 76px ui-monospace, monospace';
    paint.fillText(value, 80, top + 96, width - 160);
  });
  wrap(paint, note, 32, 80, 860);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) return false;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}

function wrap(paint: CanvasRenderingContext2D, words: string, size: number, x: number, top: number) {
  paint.font = `400 ${size}px system-ui, sans-serif`;
  paint.fillStyle = '#4f5965';
  let line = '';
  let y = top;
  for (const word of words.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (paint.measureText(longer).width > width - 2 * x) {
      paint.fillText(line, x, y);
      line = word;
      y += size * 1.45;
    } else line = longer;
  }
  paint.fillText(line, x, y);
}
