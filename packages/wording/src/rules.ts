/** "Permen PANRB 5/2025" of "permen-panrb-5-2025"; another name stands as it is. */
export const formatPolicy = (version: string): string =>
  version.replace(/^permen-panrb-(\d+)-(\d+)$/, 'Permen PANRB $1/$2');

/** "2026" of "decrees-to-2026+cf48f32a33cb": the last year whose decree is in the calendar. */
export const formatCalendar = (version: string): string => version.replace(/^decrees-to-(\d+).*$/, '$1');
