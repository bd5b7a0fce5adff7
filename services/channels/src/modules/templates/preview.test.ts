import { expect, it } from 'vitest';
import { previewTemplate, TEMPLATE_NAMES } from './preview.ts';

it('every template can be looked at, by each way that it goes, in both languages and without a hole', () => {
  for (const { name, ways } of TEMPLATE_NAMES)
    for (const way of ways)
      for (const language of ['id', 'en'] as const) {
        const { subject, body } = previewTemplate(name, way, language, 'https://lapor.example');
        expect(subject, name).not.toBe('');
        expect(body.length, name).toBeGreaterThan(10);
        expect(`${subject}${body}`, `${name} ${way} ${language}`).not.toMatch(/undefined|null|NaN/);
      }
  expect(new Set(TEMPLATE_NAMES.map(({ name }) => name)).size).toBe(TEMPLATE_NAMES.length);
});
