import { z } from 'zod';
import { previewTemplate, TEMPLATE_NAMES } from '../templates/index.ts';
import { measureText, type Measure } from './measure-text.ts';
import { done, NOT_FOUND, type Outcome } from './outcome.ts';

export { TEMPLATE_NAMES };

export const previewFilter = z.object({
  name: z.string().max(60),
  language: z.enum(['id', 'en']).default('id'),
});

export interface Previews {
  name: string;
  previews: { way: string; subject: string | null; body: string; measure: Measure }[];
}

/** One template by all its ways, with made-up facts and its length. */
export function previewOf(
  { name, language }: z.output<typeof previewFilter>,
  publicUrl: string,
): Outcome<Previews> {
  const known = TEMPLATE_NAMES.find((template) => template.name === name);
  if (!known) return NOT_FOUND;
  return done({
    name,
    previews: known.ways.map((way) => {
      const { subject, body } = previewTemplate(known.name, way, language, publicUrl);
      const text = body.trim();
      return { way, subject: way === 'MAIL' ? subject : null, body: text, measure: measureText(text) };
    }),
  });
}
