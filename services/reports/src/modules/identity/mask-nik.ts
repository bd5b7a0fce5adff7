/** "1371••••••••0012": the first four digits, which say where it was issued, and the last four, to compare with a card. */
export const maskNik = (nik: string | null): string | null =>
  nik === null ? null : `${nik.slice(0, 4)}${'•'.repeat(8)}${nik.slice(-4)}`;
