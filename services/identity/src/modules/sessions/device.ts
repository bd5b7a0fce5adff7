import Bowser from 'bowser';

const MOST_CHARACTERS = 60;

/**
 * A coarse name of a browser and its system ("Chrome, Android"), without versions or model; `null` when neither is known.
 * For officers only, so that they recognise their sessions.
 */
export function deviceOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, 512));
  const name = [browser.name, os.name].filter(Boolean).join(', ');
  return name.slice(0, MOST_CHARACTERS) || null;
}
