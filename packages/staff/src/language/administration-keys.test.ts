import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import indonesian from '../locales/id.json';
import { isAdministration } from './administration-keys.ts';

const checkout = join(import.meta.dirname, '../../../..');
const roots = ['packages/staff/src', 'web-agency/src', 'web-admin/src'];
/** Their `index.ts` brings the words along, or they are used by such pages only. */
const withWords =
  /^web-admin\/src\/(?:calendar|categories|imports|policies|retention)\/|^packages\/staff\/src\/(?:account|adoption|agency-sign-in|audit|changing|keys|moderating|officers|report\/deciding\/(?:assigning|duplicate|holding)|oversight|programmes|readiness|routing|standing-in|tree|warnings)\//;

const everything = roots
  .flatMap((root) =>
    readdirSync(join(checkout, root), { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
  )
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'));
const textOf = (name: string) => readFileSync(join(checkout, name), 'utf8');

/** What a file takes of other files at run time, but for a page that is loaded later. */
const takenBy = (name: string): string[] =>
  [...textOf(name).matchAll(/^(?:import|export) (?!type )[^;]*? from '(\.[^']+\.tsx?)';$/gm)]
    .map(([, path = '']) => join(dirname(name), path))
    .filter((path) => !path.endsWith('/index.ts'));

/** All that stands outside, and the parts of the administration that it uses on their own. */
const sources = new Set(everything.filter((name) => !withWords.test(name)));
for (const name of sources)
  for (const taken of takenBy(name)) if (everything.includes(taken)) sources.add(taken);

/** Messages that a text could mean: the very one, or all that begin as a template does. */
const meant = (text: string): string[] => {
  const [start = '', rest] = text.split('${');
  return Object.keys(indonesian).filter((id) =>
    rest === undefined ? id === text : start !== '' && id.startsWith(start),
  );
};

it('a console begins with every word that it shows outside the administration', () => {
  const missing = [...sources].flatMap((name) =>
    [...textOf(name).matchAll(/['`]([a-z][A-Za-z]*\.[^'`\s]*)['`]/g)]
      .flatMap(([, text = '']) => meant(text))
      .filter(isAdministration)
      .map((id) => `${name}: ${id}`),
  );
  expect(missing).toEqual([]);
});

it('most of the words travel with the administration', () => {
  const left = Object.keys(indonesian).filter(isAdministration).length;
  expect(left).toBeGreaterThan(Object.keys(indonesian).length / 3);
});
