// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderConsole } from '../testing/index.ts';
import { PickTemplateDialog } from './pick-template-dialog.tsx';
import { TemplatesPage } from './templates-page.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const template = (id: string, more: object = {}) => ({
  __typename: 'AnswerTemplate',
  id,
  kind: 'PLAN',
  categoryId: null,
  title: `Pola ${id}`,
  text: 'Regu datang {tenggat}.',
  savedAt: '2026-11-10T03:00:00.000Z',
  isNational: false,
  organisation: { __typename: 'Organisation', id: 'opd-13-71-dpupr', name: 'Dinas PUPR' },
  ...more,
});
const above = { organisation: { __typename: 'Organisation', id: 'pemkot-13-71', name: 'Pemerintah Kota' } };

it('a template is shown with the facts of the report, and what is missing is named', async () => {
  const onPick = vi.fn<(text: string, how: string) => void>();
  const { user, asked } = renderConsole(
    <PickTemplateDialog
      reportId="r1"
      organisationId="opd-13-71-dpupr"
      kind="PLAN"
      categoryId="jalan"
      hasText
      onPick={onPick}
      onClose={() => undefined}
    />,
    {
      words: {},
      answers: {
        AnswerTemplates: () => ({ answerTemplates: [template('a'), template('b')] }),
        RenderAnswerTemplate: () => ({
          renderAnswerTemplate: {
            __typename: 'RenderedAnswer',
            text: 'Laporan 4821 3097. Regu datang {tenggat}.',
            missing: ['tenggat'],
          },
        }),
      },
    },
  );
  await user.click(await screen.findByRole('radio', { name: /Pola a/ }));
  await screen.findByText('Laporan 4821 3097. Regu datang {tenggat}.');
  expect(screen.getByText('Belum ada di laporan ini, isi sendiri: {tenggat}')).toBeTruthy();
  const variablesOf = (operation: string) => asked.findLast(({ name }) => name === operation)?.variables;
  expect(variablesOf('AnswerTemplates')).toEqual({
    organisationId: 'opd-13-71-dpupr',
    kind: 'PLAN',
    categoryId: 'jalan',
  });
  expect(variablesOf('RenderAnswerTemplate')).toEqual({ reportId: 'r1', templateId: 'a' });
  await user.click(screen.getByRole('button', { name: 'Tambahkan di bawahnya' }));
  expect(onPick).toHaveBeenCalledWith('Laporan 4821 3097. Regu datang {tenggat}.', 'APPEND');
});

it('an admin writes a template; an unknown placeholder stands beside its field and nothing is lost', async () => {
  const saved: object[] = [];
  const { user } = renderConsole(<TemplatesPage consoleLabel="Konsol instansi" />, {
    words: {},
    roles: ['AGENCY_ADMIN'],
    answers: {
      AnswerTemplates: () => ({ answerTemplates: saved }),
      SaveAnswerTemplate: ({ input }) => {
        saved.push(template('new', input as object));
        return { result: { __typename: 'AnswerTemplateChanged', template: saved.at(-1) } };
      },
    },
  });
  await screen.findByText('Belum ada pola jawaban');
  await user.click(screen.getByRole('button', { name: 'Pola baru' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.type(dialog.getByLabelText('Nama pola'), 'Penambalan');
  await user.type(dialog.getByLabelText('Tulisan'), 'Laporan {{telepon}} sudah kami periksa.');
  await user.click(dialog.getByRole('button', { name: 'Simpan pola' }));
  expect(dialog.getByText('Ada isian yang tidak dikenal. Pakai tombol di bawah.')).toBeTruthy();
  expect(saved).toEqual([]);
  await user.clear(dialog.getByLabelText('Tulisan'));
  await user.type(dialog.getByLabelText('Tulisan'), 'Sudah kami periksa: ');
  await user.click(dialog.getByRole('button', { name: 'Nomor laporan' }));
  await user.click(dialog.getByRole('button', { name: 'Simpan pola' }));
  await screen.findByText('Pola tersimpan.');
  expect(saved[0]).toMatchObject({
    organisationId: 'opd-13-71-dpupr',
    title: 'Penambalan',
    text: 'Sudah kami periksa: {nomor}',
    kind: 'PLAN',
  });
  await screen.findByText('Sudah kami periksa: {nomor}');
});

it('only own templates are changed, and only by admins', async () => {
  const answers = {
    AnswerTemplates: () => ({ answerTemplates: [template('own'), template('city', above)] }),
    RetireAnswerTemplate: () => ({
      result: { __typename: 'AnswerTemplateChanged', template: template('own') },
    }),
  };
  const { user, asked, unmount } = renderConsole(<TemplatesPage consoleLabel="Konsol" />, {
    words: {},
    roles: ['AGENCY_ADMIN'],
    answers,
  });
  await screen.findByText('Pola city');
  expect(screen.getAllByRole('button', { name: /^Hapus/ })).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Hapus Pola own' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Hapus' }));
  await screen.findByText('Pola dihapus.');
  expect(asked.find(({ name }) => name === 'RetireAnswerTemplate')?.variables).toEqual({
    input: { organisationId: 'opd-13-71-dpupr', templateId: 'own' },
  });
  unmount();
  renderConsole(<TemplatesPage consoleLabel="Konsol" />, { words: {}, answers });
  await screen.findByText('Pola own');
  expect(screen.queryByRole('button', { name: /^Hapus|^Ubah|Pola baru/ })).toBeNull();
});

it('the national desk writes templates for every agency, whichever desk wrote them before', async () => {
  const ofOtherDesk = template('nation', {
    isNational: true,
    organisation: { __typename: 'Organisation', id: 'ksp', name: 'Kantor Staf Presiden' },
  });
  const { user, asked } = renderConsole(<TemplatesPage consoleLabel="Konsol nasional" national />, {
    words: {},
    roles: ['NATIONAL_ADMIN'],
    answers: {
      AnswerTemplates: () => ({ answerTemplates: [ofOtherDesk, template('own')] }),
      SaveAnswerTemplate: () => ({
        result: { __typename: 'AnswerTemplateChanged', template: ofOtherDesk },
      }),
    },
  });
  await screen.findByRole('heading', { name: 'Pola nation' });
  expect(screen.queryByRole('heading', { name: 'Pola own' })).toBeNull();
  expect(screen.getByText(/Untuk semua instansi/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ubah Pola nation' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Simpan pola' }));
  await screen.findByText('Pola tersimpan.');
  expect(asked.find(({ name }) => name === 'SaveAnswerTemplate')?.variables).toMatchObject({
    input: { organisationId: 'ksp', isNational: true, templateId: 'nation' },
  });
});

it('an agency’s admin finds those for every agency and does not change them', async () => {
  renderConsole(<TemplatesPage consoleLabel="Konsol" />, {
    words: {},
    roles: ['AGENCY_ADMIN'],
    answers: { AnswerTemplates: () => ({ answerTemplates: [template('nation', { isNational: true })] }) },
  });
  await screen.findByRole('heading', { name: 'Pola nation' });
  expect(screen.queryByRole('button', { name: /^Ubah|^Hapus/ })).toBeNull();
});
