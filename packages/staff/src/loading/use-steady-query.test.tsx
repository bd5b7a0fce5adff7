// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { graphql } from '../graphql.ts';
import { renderConsole } from '../testing/index.ts';
import { useSteadyQuery } from './use-steady-query.ts';

const OneDocument = graphql(`
  query One($number: String!) {
    report(number: $number) {
      id
      title
    }
  }
`);

/** What stood under which name, each time it was drawn. */
const drawn: string[] = [];

function One() {
  const [number, setNumber] = useState('11111111');
  const [{ data }] = useSteadyQuery({ query: OneDocument, variables: { number } });
  drawn.push(`${number} ${data?.report?.title ?? '–'}`);
  return (
    <>
      <h1>{data?.report?.title ?? 'memuat'}</h1>
      <button onClick={() => setNumber('22222222')}>Lain</button>
    </>
  );
}

afterEach(cleanup);

it('never shows the answer about one thing under the name of another', async () => {
  const { user } = renderConsole(<One />, {
    answers: {
      One: ({ number }) => ({
        report: { __typename: 'Report', id: number, title: number === '11111111' ? 'Lampu' : 'Jalan' },
      }),
    },
    words: {},
  });
  expect(await screen.findByRole('heading', { name: 'Lampu' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Lain' }));
  expect(await screen.findByRole('heading', { name: 'Jalan' })).toBeTruthy();
  expect(drawn).toContain('22222222 –');
  expect(drawn).not.toContain('22222222 Lampu');
});
