import QRCode from 'qrcode';

/** A QR code as squares: rows of modules, true where it is dark. */
export interface CodeSquares {
  size: number;
  isDark(row: number, column: number): boolean;
}

/** Low correction: the paper is clean, and larger squares are read better than more of them. */
export function codeOf(address: string): CodeSquares {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'L' });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}
