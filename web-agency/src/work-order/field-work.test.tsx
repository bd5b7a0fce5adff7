// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import words from '../locales/id.json';
import { FieldOrderPage } from './field-order-page.tsx';
import { FieldWorkPage } from './field-work-page.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const order = (state: string, evidence: object[] = []) => ({
  __typename: 'WorkOrder',
  id: 'w1',
  number: 'SPK-ABCD2345',
  task: 'Tambal lubang di badan jalan.',
  placeText: 'Depan pasar',
  dueOn: '2026-11-27',
  state,
  expiresAt: '2026-12-04T03:00:00.000Z',
  point: null,
  organisation: {
    __typename: 'Organisation',
    id: 'dpupr',
    name: 'Dinas PUPR',
    timeZone: 'Asia/Jakarta',
  },
  evidence,
});
const world = { words, roles: ['FIELD_OFFICER'] as const };

it('a field officer sees place and task of what is open, and all on request', async () => {
  const { user, address } = renderConsole(<FieldWorkPage consoleLabel="Konsol instansi" />, {
    ...world,
    answers: {
      MyWorkOrders: ({ openOnly }) => ({
        myWorkOrders: {
          __typename: 'WorkOrderConnection',
          edges: openOnly ? [] : [{ __typename: 'WorkOrderEdge', node: order('DONE') }],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
    },
  });
  await screen.findByText('Tidak ada tugas');
  await user.selectOptions(screen.getByLabelText('Tampilkan'), 'semua');
  const link = await screen.findByRole('link', { name: 'SPK-ABCD2345' });
  expect(link.getAttribute('href')).toBe('/tugas-lapangan/w1');
  expect(screen.getByText('Depan pasar')).toBeTruthy();
  expect(address()).toBe('/?tampil=semua');
});

it('what was found is brought with the session, and the work is finished', async () => {
  const found = {
    __typename: 'WorkOrderEvidence',
    id: 'v1',
    at: '2026-11-20T03:00:00.000Z',
    note: 'Sudah.',
    files: [],
  };
  let state = order('OPEN');
  const changed = () => ({ result: { __typename: 'WorkOrderChanged', workOrder: state } });
  const { user, asked } = renderConsole(<FieldOrderPage consoleLabel="Konsol instansi" />, {
    ...world,
    at: '/tugas-lapangan/w1',
    path: '/tugas-lapangan/:id',
    answers: {
      WorkOrder: () => ({ workOrder: state }),
      AddWorkOrderEvidence: () => {
        state = order('OPEN', [found]);
        return changed();
      },
      FinishWorkOrder: () => {
        state = order('DONE', [found]);
        return changed();
      },
    },
  });
  const form = within(await screen.findByRole('region', { name: 'Kirim hasil' }));
  await user.click(form.getByRole('button', { name: 'Kirim' }));
  expect(form.getByText('Wajib diisi.')).toBeTruthy();
  await user.type(form.getByLabelText('Catatan'), 'Sudah.');
  await user.click(form.getByRole('button', { name: 'Kirim' }));
  await user.click(await screen.findByRole('button', { name: 'Tugas selesai' }));
  await screen.findByText(/Unit pemberi tugas sudah dapat melihat hasilnya/);
  expect(asked.find(({ name }) => name === 'AddWorkOrderEvidence')?.variables['input']).toMatchObject({
    workOrderId: 'w1',
    note: 'Sudah.',
    attachmentIds: [],
  });
});

it('an order that is not there, or not for this officer, looks the same', async () => {
  renderConsole(<FieldOrderPage consoleLabel="Konsol instansi" />, {
    ...world,
    at: '/tugas-lapangan/w9',
    path: '/tugas-lapangan/:id',
    answers: { WorkOrder: () => ({ workOrder: null }) },
  });
  expect(await screen.findByText('Tugas tidak ditemukan')).toBeTruthy();
});
