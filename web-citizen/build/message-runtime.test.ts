import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import en from '../src/locales/en.json' with { type: 'json' };
import id from '../src/locales/id.json' with { type: 'json' };
import { i18n } from './message-runtime.ts';

const compiled = (catalogue: Record<string, string>) =>
  Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, compileMessage(message)]));

const valuesOf = (message: string, count: number) =>
  Object.fromEntries(
    [...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => [name, name === 'count' ? count : `<${name}>`]),
  );

test.each([
  ['id', id],
  ['en', en],
] as const)('every message reads as the library says it: %s', (language, catalogue) => {
  const messages = compiled(catalogue);
  const library = setupI18n({ locale: language, messages: { [language]: messages } });
  i18n.load(language, messages as never);
  i18n.activate(language);
  for (const [key, message] of Object.entries(catalogue)) {
    for (const count of [0, 1, 2, 1234]) {
      const values = valuesOf(message, count);
      expect(i18n._(key, values)).toBe(library._(key, values));
    }
  }
});

test('a message that is not loaded is told by its id', () => expect(i18n._('not.there')).toBe('not.there'));
