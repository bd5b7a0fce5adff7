import { useEffect, useState } from 'react';

interface Squares {
  size: number;
  path: string;
}

/** Dark squares as one path; a white border belongs to the code. */
function squaresOf({ size, get }: { size: number; get: (row: number, column: number) => number }): Squares {
  let path = '';
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) if (get(row, column)) path += `M${column} ${row}h1v1h-1z`;
  return { size, path };
}

/** The address that checks the receipt, as a code for cameras. The library that draws it comes with the first receipt. */
export function ReceiptCode({ address, label }: { address: string; label: string }) {
  const [squares, setSquares] = useState<Squares | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('qrcode').then(({ create }) => {
      const { modules } = create(address, { errorCorrectionLevel: 'L' });
      if (wanted)
        setSquares(squaresOf({ size: modules.size, get: (row, column) => modules.get(row, column) }));
    });
    return () => {
      wanted = false;
    };
  }, [address]);
  if (!squares) return null;
  const { size, path } = squares;
  return (
    <svg className="receipt-code" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
