/** The dark squares of a QR code as one SVG path; runs in a row become one rectangle. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  rows.forEach((row, y) => {
    let start: number | null = null;
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x]) start ??= x;
      else if (start !== null) {
        path += `M${start} ${y}h${x - start}v1h${start - x}z`;
        start = null;
      }
    }
  });
  return path;
}
