// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen } from '@testing-library/react';
import { useState } from 'react';
import { gql, useMutation } from 'urql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aReport } from '../inbox/a-report.testing.ts';
import indonesian from '../locales/id.json';
import { BulkDialog } from './bulk-dialog.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const Save = gql`
  mutation Save {
    result {
      __typename
      id
    }
  }
`;
const reports = [aReport(1)];

/** Stands for the page of templates. */
function Desk() {
  const [open, setOpen] = useState(true);
  const [, save] = useMutation(Save);
  return (
    <>
      <button type="button" onClick={() => setOpen(!open)}>
        buka atau tutup
      </button>
      <button type="button" onClick={() => void save({})}>
        simpan
      </button>
      {open && (
        <BulkDialog
          kind="ANSWER_FROM_TEMPLATE"
          reports={reports}
          onClose={() => undefined}
          onDone={() => undefined}
        />
      )}
    </>
  );
}

it('leads to where templates are written, and has the one that was written meanwhile', async () => {
  const template = {
    __typename: 'AnswerTemplate',
    id: 't1',
    title: 'Sudah kami terima',
    kind: 'ACKNOWLEDGEMENT',
  };
  let saved = false;
  const { user } = renderConsole(<Desk />, {
    answers: {
      BulkTemplates: () => ({ answerTemplates: saved ? [template] : [] }),
      Save: () => ({ result: { __typename: 'AnswerTemplate', id: 't1' } }),
    },
    words: indonesian,
  });
  const way = await screen.findByRole('link', { name: 'Tulis pola jawaban' });
  expect(way.getAttribute('href')).toBe('/pola');
  await user.click(screen.getByText('buka atau tutup'));
  saved = true;
  await user.click(screen.getByText('simpan'));
  await user.click(screen.getByText('buka atau tutup'));
  expect(await screen.findByRole('option', { name: 'Sudah kami terima · Tanda terima' })).toBeTruthy();
});
