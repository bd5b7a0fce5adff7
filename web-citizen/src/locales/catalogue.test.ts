import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from './en.json' with { type: 'json' };
import id from './id.json' with { type: 'json' };

const source = join(import.meta.dirname, '..');
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|graphql-env/.test(name))
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .join('\n');

const placeholders = (message: string) => [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]))].sort();
const tags = (message: string) => (message.match(/<\/?\w+>/g) ?? []).sort();

test('both languages say the same things', () => expect(Object.keys(en)).toEqual(Object.keys(id)));

test('a message has the same values and tags in both languages', () => {
  const differing = Object.entries(id).filter(([key, message]) => {
    const other = (en as Record<string, string>)[key] ?? '';
    return String([placeholders(other), tags(other)]) !== String([placeholders(message), tags(message)]);
  });
  expect(differing).toEqual([]);
});

test('no message is left over', () => {
  const plain = new Set([...code.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)].map((match) => match[1]));
  const made = [...code.matchAll(/`([a-z]\w*\.[^`]*\$\{[^`]*)`/g)].map(
    ([, pattern]) => new RegExp(`^${pattern!.replaceAll('.', '\\.').replace(/\$\{.*?\}/g, '\\w+')}$`),
  );
  const unused = Object.keys(id).filter((key) => !plain.has(key) && !made.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});
