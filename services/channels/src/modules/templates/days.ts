import type { Language } from './template.ts';

/** "2026-11-24" → "Selasa, 24 November 2026". Anything that is not a day gives nothing, so that the sentence without it is used. */
export function longDay(day: string | undefined, language: Language): string | undefined {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return undefined;
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(noon);
}
