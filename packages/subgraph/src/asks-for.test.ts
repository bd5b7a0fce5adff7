import { buildSchema, graphqlSync } from 'graphql';
import { expect, it } from 'vitest';
import { asksFor } from './asks-for.ts';

const schema = buildSchema(
  `type Query { report: Report } type Report { id: ID history: [Entry] } type Entry { id: ID files: [File] } type File { id: ID }`,
);

function asked(source: string): boolean {
  let found = false;
  const { errors } = graphqlSync({
    schema,
    source,
    rootValue: {
      report: {
        history: (_values: unknown, _context: unknown, info: Parameters<typeof asksFor>[0]) => {
          found ||= asksFor(info, 'files');
          return [];
        },
      },
    },
  });
  if (errors) throw errors[0]!;
  return found;
}

it.each([
  ['{ report { history { files { id } } } }', true],
  ['{ report { history { documents: files { id } } } }', true],
  ['{ report { history { ... { files { id } } } } }', true],
  ['{ report { history { ...E } } } fragment E on Entry { ...F } fragment F on Entry { files { id } }', true],
  ['{ report { ...R } } fragment R on Report { history { id } } ', false],
  ['{ report { history { id } ...R } } fragment R on Report { history { files { id } } }', true],
  ['{ report { history { id } } }', false],
])('finds what is asked for in %s: %s', (source, expected) => {
  expect(asked(source)).toBe(expected);
});
